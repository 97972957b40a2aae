/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The JSON that NIST and ENISA offer.
 *
 * NICE as CPRT exports it: an object (perhaps inside `response` and `elements`) with
 *
 *     documents[]      version
 *     elements[]       element_type: category, work_role, task, knowledge, skill, and others that are
 *                      left out; element_identifier, title, text
 *     relationships[]  source_element_identifier → dest_element_identifier:
 *                      category → role, role → statement, and others that are left out
 *
 * Statements come with their own identifiers. Relations to what is not there are noted.
 *
 * ECSF: an array of objects with title, summary_statement, and lists of texts: deliverables,
 * main_tasks, key_skills, key_knowledge. Roles and statements have no identifiers there: roles get the
 * one of the shipped data, a slug of the title without what stands in brackets; statements get kind
 * and number, the same text the same one.
 *
 * ECSF as others have taken it apart: an object with
 *
 *     work_role[]      id, title, summary_statement
 *     tks[]            id, type: task, knowledge, skill; description
 *     relationship[]   work_role_id → tks_id
 *
 * whose identifiers of statements are theirs and not of ENISA.
 *
 * Before a parser sees it, the text is measured: json-glib calls itself for each level and allocates
 * for each value.
 */
#include "frameworks/jkb-framework-file-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define LEVELS_MAX 32
#define VALUES_MAX 1000000

static void
set_error (GError **error, JkbFrameworkError code, const char *message)
{
  g_set_error_literal (error, JKB_FRAMEWORK_ERROR, code, message);
}

/* Leaves a string behind: @data[@at] is its opening quote. */
static gsize
skip_string (const char *data, gsize n_bytes, gsize at)
{
  for (at++; at < n_bytes && data[at] != '"'; at++)
    if (data[at] == '\\')
      at++;
  return at;
}

static gboolean
check_measure (const char *data, gsize n_bytes, GError **error)
{
  guint level = 0;
  guint n_values = 0;

  for (gsize at = 0; at < n_bytes; at++)
    {
      char c = data[at];

      if (c == '"')
        at = skip_string (data, n_bytes, at);
      level += c == '{' || c == '[';
      level -= (c == '}' || c == ']') && level > 0;
      n_values += c == ',' || c == '{' || c == '[';
      if (level > LEVELS_MAX)
        {
          set_error (error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "nested too deeply");
          return FALSE;
        }
      if (n_values > VALUES_MAX)
        {
          set_error (error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "too many values");
          return FALSE;
        }
    }
  return TRUE;
}

/* ---- members, whatever their types ---- */

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* An array of objects and nothing else, or an error that names the member. */
static gboolean
check_objects (JsonArray *array, const char *name, GError **error)
{
  if (array != NULL)
    for (guint i = 0; i < json_array_get_length (array); i++)
      if (get_object (array, i) == NULL)
        {
          g_set_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED,
                       "%s[%u] is no object", name, i);
          return FALSE;
        }
  if (array != NULL)
    return TRUE;
  g_set_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED, "%s is no array", name);
  return FALSE;
}

/* ---- NICE ---- */

/* CPRT wraps its answers: the members are looked for in the objects within. */
static JsonObject *
unwrap (JsonObject *object)
{
  static const char *const wraps[] = { "response", "elements" };

  for (gsize i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      JsonNode *node = json_object_get_member (object, wraps[i]);

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        object = json_node_get_object (node);
    }
  return object;
}

static void
add_elements (JkbFileBuilder *builder, JsonArray *elements, GHashTable *categories)
{
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonObject *element = get_object (elements, i);
      const char *type = get_string (element, "element_type");
      const char *id = get_string (element, "element_identifier");
      int kind = jkb_statement_kind_find (type);

      if (kind >= 0)
        jkb_file_builder_add_statement (builder, id, kind, get_string (element, "text"));
      else if (strcmp (type, "work_role") == 0)
        jkb_file_builder_add_role (builder, id, get_string (element, "title"),
                                   get_string (element, "text"));
      else if (strcmp (type, "category") == 0)
        g_hash_table_insert (categories, (gpointer) id, (gpointer) get_string (element, "title"));
    }
}

/* T0001, K0001, S0001: a target that is not there still tells that it would be a statement. */
static gboolean
is_statement_id (const char *id)
{
  return (id[0] == 'T' || id[0] == 'K' || id[0] == 'S') && g_ascii_isdigit (id[1]);
}

static void
add_relations (JkbFileBuilder *builder, JsonArray *relations, GHashTable *categories)
{
  for (guint i = 0; i < json_array_get_length (relations); i++)
    {
      JsonObject *relation = get_object (relations, i);
      const char *source = get_string (relation, "source_element_identifier");
      const char *target = get_string (relation, "dest_element_identifier");
      const char *category = g_hash_table_lookup (categories, source);

      if (category != NULL)
        jkb_file_builder_set_category (builder, target, source, category);
      else if (g_hash_table_contains (builder->statements, target)
                   ? g_hash_table_contains (builder->roles, source) || strstr (source, "-WRL-")
                   : is_statement_id (target))
        jkb_file_builder_link (builder, source, target);
    }
}

static const char *
get_version (JsonObject *object)
{
  JsonArray *documents = get_array (object, "documents");
  gboolean is_named = documents != NULL && json_array_get_length (documents) > 0;
  JsonObject *document = is_named ? get_object (documents, 0) : NULL;

  return document != NULL ? get_string (document, "version") : "";
}

static JkbFrameworkFile *
parse_nice (JsonObject *outer, GError **error)
{
  g_autoptr(GHashTable) categories = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *object = unwrap (outer);
  JsonArray *elements = get_array (object, "elements");
  JsonArray *relations = get_array (object, "relationships");
  JkbFileBuilder builder;

  if (!json_object_has_member (object, "elements"))
    {
      set_error (error, JKB_FRAMEWORK_ERROR_UNKNOWN, "not a file of a framework that can be read");
      return NULL;
    }
  if (!check_objects (elements, "elements", error)
      || !check_objects (relations, "relationships", error))
    return NULL;
  jkb_file_builder_init (&builder, "nice", get_version (object));
  add_elements (&builder, elements, categories);
  add_relations (&builder, relations, categories);
  return jkb_file_builder_end (&builder, error);
}

/* ---- ECSF ---- */

static void
add_list (JkbFileBuilder *builder, JkbFileIds *ids, const char *role_id, JsonArray *list,
          JkbStatementKind kind)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (text != NULL)
        jkb_file_builder_link (builder, role_id, jkb_file_ids_add (ids, builder, kind, text));
    }
}

static void
add_profile (JkbFileBuilder *builder, JkbFileIds *ids, JsonObject *profile)
{
  static const struct
  {
    const char *member;
    JkbStatementKind kind;
  } lists[] = {
    { "main_tasks", JKB_STATEMENT_TASK },
    { "key_knowledge", JKB_STATEMENT_KNOWLEDGE },
    { "key_skills", JKB_STATEMENT_SKILL },
    { "deliverables", JKB_STATEMENT_DELIVERABLE },
  };
  const char *title = get_string (profile, "title");
  g_autofree char *role_id = jkb_file_make_id (title);

  jkb_file_builder_add_role (builder, role_id, title, get_string (profile, "summary_statement"));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    add_list (builder, ids, role_id, get_array (profile, lists[i].member), lists[i].kind);
}

static JkbFrameworkFile *
parse_ecsf (JsonArray *profiles, GError **error)
{
  JkbFileIds *ids;
  JkbFileBuilder builder;

  if (!check_objects (profiles, "profiles", error))
    return NULL;
  jkb_file_builder_init (&builder, "ecsf", "");
  ids = jkb_file_ids_new ();
  for (guint i = 0; i < json_array_get_length (profiles); i++)
    add_profile (&builder, ids, get_object (profiles, i));
  jkb_file_ids_free (ids);
  return jkb_file_builder_end (&builder, error);
}

/* ---- ECSF taken apart by others ---- */

/* Numbers and texts are used as identifiers there. */
static char *
get_id (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                           : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (type == G_TYPE_STRING ? json_node_get_string (node) : "");
}

static void
add_parts (JkbFileBuilder *builder, GHashTable *roles, JsonArray *work_roles, JsonArray *statements)
{
  for (guint i = 0; i < json_array_get_length (work_roles); i++)
    {
      JsonObject *role = get_object (work_roles, i);
      const char *title = get_string (role, "title");
      char *id = jkb_file_make_id (title);

      jkb_file_builder_add_role (builder, id, title, get_string (role, "summary_statement"));
      g_hash_table_insert (roles, get_id (role, "id"), id);
    }
  for (guint i = 0; i < json_array_get_length (statements); i++)
    {
      JsonObject *statement = get_object (statements, i);
      int kind = jkb_statement_kind_find (get_string (statement, "type"));
      g_autofree char *id = get_id (statement, "id");

      if (kind < 0)
        kind = *id == 'T' ? JKB_STATEMENT_TASK
               : *id == 'K' ? JKB_STATEMENT_KNOWLEDGE : JKB_STATEMENT_SKILL;
      jkb_file_builder_add_statement (builder, id, (JkbStatementKind) kind,
                                      get_string (statement, "description"));
    }
}

static JkbFrameworkFile *
parse_parts (JsonObject *object, GError **error)
{
  g_autoptr(GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonArray *work_roles = get_array (object, "work_role");
  JsonArray *statements = get_array (object, "tks");
  JsonArray *relations = get_array (object, "relationship");
  JkbFileBuilder builder;

  if (!check_objects (work_roles, "work_role", error) || !check_objects (statements, "tks", error)
      || !check_objects (relations, "relationship", error))
    return NULL;
  jkb_file_builder_init (&builder, "ecsf", "");
  add_parts (&builder, roles, work_roles, statements);
  for (guint i = 0; i < json_array_get_length (relations); i++)
    {
      JsonObject *relation = get_object (relations, i);
      g_autofree char *number = get_id (relation, "work_role_id");
      g_autofree char *statement = get_id (relation, "tks_id");
      const char *role = g_hash_table_lookup (roles, number);

      jkb_file_builder_link (&builder, role != NULL ? role : number, statement);
    }
  return jkb_file_builder_end (&builder, error);
}

JkbFrameworkFile *
jkb_framework_json_parse (const char *data, gsize n_bytes, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) reason = NULL;
  JsonNode *root;

  if (!g_utf8_validate (data, (gssize) n_bytes, NULL))
    {
      set_error (error, JKB_FRAMEWORK_ERROR_MALFORMED, "not UTF-8");
      return NULL;
    }
  if (!check_measure (data, n_bytes, error))
    return NULL;
  if (!json_parser_load_from_data (parser, data, (gssize) n_bytes, &reason))
    {
      g_set_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED, "not JSON: %s",
                   reason->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_object_has_member (json_node_get_object (root), "work_role")
               ? parse_parts (json_node_get_object (root), error)
               : parse_nice (json_node_get_object (root), error);
  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    return parse_ecsf (json_node_get_array (root), error);
  set_error (error, JKB_FRAMEWORK_ERROR_MALFORMED, "neither an object nor an array");
  return NULL;
}
