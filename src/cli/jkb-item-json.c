/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-item-json.h"

#include <string.h>

#include "cli/jkb-json.h"

static void
add_span (JsonBuilder *json, JkbSpan span)
{
  jkb_json_int (json, "begin", (gint64) span.begin);
  jkb_json_int (json, "end", (gint64) span.end);
}

static void
add_string (JsonBuilder *json, const JkbItem *item, JkbField field)
{
  jkb_json_string (json, jkb_word_nick (JKB_WORDS_FIELD, (int) field),
                   jkb_item_value (item, field));
}

static void
add_number (JsonBuilder *json, const JkbItem *item, JkbField field)
{
  const char *value = jkb_item_value (item, field);
  gint64 number;

  if (value != NULL && jkb_count_parse (value, &number))
    jkb_json_int (json, jkb_word_nick (JKB_WORDS_FIELD, (int) field), number);
  else
    jkb_json_string (json, jkb_word_nick (JKB_WORDS_FIELD, (int) field), NULL);
}

/* Each value once, in the order in which it was found. */
static void
add_set (JsonBuilder *json, const char *key, const JkbItem *item, JkbField field)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field == field && g_hash_table_add (seen, fact->value))
        json_builder_add_string_value (json, fact->value);
    }
  json_builder_end_array (json);
}

static void
add_count (JsonBuilder *json, const JkbFact *fact)
{
  gint64 value;

  json_builder_begin_object (json);
  if (jkb_count_parse (fact->value, &value))
    jkb_json_int (json, "value", value);
  else
    jkb_json_string (json, "value", NULL);
  jkb_json_string (json, "unit", fact->unit);
  jkb_json_string (json, "qualifier",
                   jkb_word_nick (JKB_WORDS_QUALIFIER, (int) fact->qualifier));
  jkb_json_string (json, "role", jkb_word_nick (JKB_WORDS_COUNT_ROLE, fact->role));
  add_span (json, fact->span);
  json_builder_end_object (json);
}

static void
add_date (JsonBuilder *json, const JkbFact *fact)
{
  json_builder_begin_object (json);
  jkb_json_string (json, "value", fact->value);
  jkb_json_date_role (json, (JkbDateRole) fact->role);
  add_span (json, fact->span);
  json_builder_end_object (json);
}

static void
add_evidence (JsonBuilder *json, const JkbFact *fact)
{
  json_builder_begin_object (json);
  add_span (json, fact->span);
  jkb_json_string (json, "rule", fact->rule);
  json_builder_set_member_name (json, "confidence");
  json_builder_add_double_value (json, fact->confidence);
  json_builder_end_object (json);
}

/* Adds an array, named @key, of the facts of @field, each as @add writes it. */
static void
add_facts (JsonBuilder *json, const char *key, const JkbItem *item, JkbField field,
           void (*add) (JsonBuilder *json, const JkbFact *fact))
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
  for (guint i = 0; i < item->facts->len; i++)
    {
      const JkbFact *fact = g_ptr_array_index (item->facts, i);

      if (fact->field == field)
        add (json, fact);
    }
  json_builder_end_array (json);
}

static void
add_all_evidence (JsonBuilder *json, const JkbItem *item)
{
  json_builder_set_member_name (json, "evidence");
  json_builder_begin_object (json);
  for (int field = 0; field < JKB_N_FIELDS; field++)
    if (jkb_item_find (item, (JkbField) field) != NULL)
      add_facts (json, jkb_word_nick (JKB_WORDS_FIELD, field), item, (JkbField) field,
                 add_evidence);
  json_builder_end_object (json);
}

/* "unknown" is what a notice says when it says nothing about the type; an item that is set aside
 * says nothing at all. */
static void
add_status (JsonBuilder *json, const JkbItem *item)
{
  const char *status = jkb_item_value (item, JKB_FIELD_AFFECTED_STATUS);

  if (status == NULL && item->is_notice)
    status = jkb_word_nick (JKB_WORDS_STATUS, JKB_STATUS_UNKNOWN);
  jkb_json_string (json, "affected_status", status);
}

static void
add_head (JsonBuilder *json, const JkbSource *source, const JkbItem *item)
{
  jkb_json_string (json, "source", source->name);
  jkb_json_int (json, "item", item->index);
  jkb_json_string (json, "serial", item->serial);
  jkb_json_string (json, "title", item->title);
  jkb_json_string (json, "lang", item->lang);
  json_builder_set_member_name (json, "is_notice");
  json_builder_add_boolean_value (json, item->is_notice);
  jkb_json_string (json, "set_aside_reason", item->set_aside_reason);
}

static void
add_fields (JsonBuilder *json, const JkbItem *item)
{
  static const JkbField dates[] = {
    JKB_FIELD_OCCURRED_FROM, JKB_FIELD_OCCURRED_TO,  JKB_FIELD_DISCOVERED,
    JKB_FIELD_ANNOUNCED,     JKB_FIELD_REPORTED_PPC, JKB_FIELD_REPORTED_POLICE,
  };

  add_string (json, item, JKB_FIELD_ORGANISATION);
  add_string (json, item, JKB_FIELD_CONTRACTOR);
  add_string (json, item, JKB_FIELD_INCIDENT_TYPE);
  add_set (json, "incident_types", item, JKB_FIELD_INCIDENT_TYPE);
  add_set (json, "circumstances", item, JKB_FIELD_CIRCUMSTANCES);
  add_number (json, item, JKB_FIELD_AFFECTED_PEOPLE);
  add_number (json, item, JKB_FIELD_AFFECTED_RECORDS);
  add_status (json, item);
  add_facts (json, "counts", item, JKB_FIELD_COUNTS, add_count);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    add_string (json, item, dates[i]);
  add_facts (json, "dates", item, JKB_FIELD_DATES, add_date);
  add_set (json, "data_items", item, JKB_FIELD_DATA_ITEMS);
  add_string (json, item, JKB_FIELD_ENCRYPTED);
  add_string (json, item, JKB_FIELD_COUNTRY);
}

char *
jkb_item_json (const JkbSource *source, const JkbItem *item, gboolean with_text)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_head (json, source, item);
  add_fields (json, item);
  add_all_evidence (json, item);
  if (with_text)
    jkb_json_string (json, "text", item->text);
  json_builder_end_object (json);
  return jkb_json_line (json);
}
