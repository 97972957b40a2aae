/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-roles-words.h"

#include <glib/gi18n-lib.h>

#include "cli/jkb-json.h"
#include "cli/jkb-output.h"
#include "labels/jkb-labels.h"

const char *
jkb_roles_pick (const JkbFrameworkText *text)
{
  return jkb_label_pick (text->en, text->ja);
}

const char *
jkb_roles_label_subject (JkbSubject subject)
{
  int circumstance = jkb_subject_get_circumstance (subject);

  return circumstance >= 0 ? jkb_label (JKB_WORDS_CIRCUMSTANCE, circumstance)
                           : jkb_label (JKB_WORDS_TYPE, (int) jkb_subject_get_type (subject));
}

const char *
jkb_roles_label_weight (int weight)
{
  switch (weight)
    {
    case JKB_WEIGHT_LEAD:
      return C_("weight of a role", "leads");
    case JKB_WEIGHT_INVOLVED:
      return C_("weight of a role", "involved");
    default:
      return C_("weight of a role", "supports");
    }
}

const char *
jkb_roles_label_kind (JkbStatementKind kind)
{
  static const char *const labels[JKB_N_STATEMENT_KINDS] = {
    NC_("kind of statement", "task"),
    NC_("kind of statement", "knowledge"),
    NC_("kind of statement", "skill"),
    NC_("kind of statement", "deliverable"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of statement", labels[kind]);
}

const char *
jkb_roles_label_relation (JkbRelation relation)
{
  switch (relation)
    {
    case JKB_RELATION_EXACT:
      return C_("relation of roles", "same code");
    case JKB_RELATION_CLOSE:
      return C_("relation of roles", "mostly the same work");
    case JKB_RELATION_PARTIAL:
    case JKB_N_RELATIONS:
    default:
      return C_("relation of roles", "overlaps");
    }
}

void
jkb_roles_print_json (JsonBuilder *json)
{
  g_autofree char *line = NULL;

  json_builder_end_object (json);
  line = jkb_json_line (json);
  jkb_output_raw (line);
}

void
jkb_roles_json_role (JsonBuilder *json, const JkbRole *role)
{
  jkb_json_string (json, "framework", role->framework->id);
  jkb_json_string (json, "edition", role->framework->edition);
  jkb_json_string (json, "role", role->id);
  jkb_json_string (json, "name_en", role->name.en);
  jkb_json_string (json, "name_ja", role->name.ja);
}

char *
jkb_roles_name_edition (const JkbFramework *framework)
{
  if (framework->is_current)
    return g_strdup (framework->short_name);
  return g_strdup_printf ("%s %s", framework->short_name, framework->edition);
}

void
jkb_roles_json_member (JsonBuilder *json, const char *key, const JkbRole *role)
{
  json_builder_set_member_name (json, key);
  if (role == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  jkb_roles_json_role (json, role);
  json_builder_end_object (json);
}

void
jkb_roles_json_duties (JsonBuilder *json, const char *key, const GPtrArray *duties)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
  for (guint i = 0; i < duties->len; i++)
    {
      const JkbAssignment *duty = g_ptr_array_index (duties, i);

      json_builder_begin_object (json);
      jkb_json_string (json, "subject", jkb_subject_nick (duty->subject));
      jkb_json_string (json, "phase", jkb_word_nick (JKB_WORDS_PHASE, (int) duty->phase));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}
