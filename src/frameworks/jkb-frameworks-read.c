/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the four files of data/frameworks/ (format: jkb-data-table.h; columns: below, and the
 * comments at their heads). Each reader checks its row on its own, then what it refers to; the first
 * fault ends the reading with FILE:LINE. Strings are not copied: they live as long as the tables.
 */
#include "frameworks/jkb-frameworks-private.h"

#include <string.h>

#include "core/jkb-count.h"
#include "core/jkb-data-table.h"
#include "core/jkb-date.h"

enum { F_ID, F_EDITION, F_STATUS, F_MAPPED, F_NAME_EN, F_NAME_JA, F_SHORT_NAME, F_PUBLISHER_EN,
       F_PUBLISHER_JA, F_PUBLISHED, F_ROLES, F_CATEGORIES, F_AREAS, F_UNIT_EN, F_UNIT_JA,
       F_LICENCE_EN, F_LICENCE_JA, F_LINK, F_NOTE_EN, F_NOTE_JA };
static const char *const framework_columns[] = {
  "framework", "edition", "status", "mapped", "name_en", "name_ja", "short_name", "publisher_en",
  "publisher_ja", "published", "roles", "categories", "specialty_areas", "unit_en", "unit_ja",
  "licence_en", "licence_ja", "link", "note_en", "note_ja", NULL
};

enum { R_FRAMEWORK, R_EDITION, R_ID, R_NAME_EN, R_NAME_JA, R_JA_SOURCE, R_EN_SOURCE, R_CATEGORY_EN,
       R_CATEGORY_JA, R_OPM_CODE, R_AREA, R_SUMMARY_EN, R_SUMMARY_JA, R_ALT_TITLES, R_SOURCE_URL };
static const char *const role_columns[] = {
  "framework", "edition", "role_id", "name_en", "name_ja", "name_ja_source", "name_en_source",
  "category_en", "category_ja", "opm_code", "specialty_area", "summary_en", "summary_ja",
  "alt_titles", "source_url", NULL
};

enum { X_FROM_FRAMEWORK, X_FROM_EDITION, X_FROM_ROLE, X_TO_FRAMEWORK, X_TO_EDITION, X_TO_ROLE,
       X_RELATION, X_SOURCE_URL };
static const char *const crosswalk_columns[] = {
  "from_framework", "from_edition", "from_role", "to_framework", "to_edition", "to_role",
  "relation", "source_url", NULL
};

enum { M_SUBJECT, M_PHASE, M_FRAMEWORK, M_EDITION, M_ROLE, M_WEIGHT, M_REASON_EN, M_REASON_JA };
static const char *const map_columns[] = {
  "incident_type", "phase", "framework", "edition", "role_id", "weight", "rationale_en",
  "rationale_ja", NULL
};

static JkbDataTable *
read_table (JkbFrameworks *self, const char *directory, const char *name,
            const char *const *columns, GError **error)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  JkbDataTable *table = jkb_data_table_read (path, columns, error);

  if (table != NULL)
    g_ptr_array_add (self->tables, table);
  return table;
}

static gboolean
check_filled (const JkbDataTable *table, guint row, const int *columns, gsize n_columns,
              const char *const *names, GError **error)
{
  for (gsize i = 0; i < n_columns; i++)
    if (*jkb_data_table_get (table, row, columns[i]) == '\0')
      return jkb_data_table_fail (table, row, error, "%s is empty", names[columns[i]]);
  return TRUE;
}

/* Fields with two permitted words. */
static gboolean
check_choice (const JkbDataTable *table, guint row, int column, const char *const *names,
              const char *yes, const char *no, gboolean *out, GError **error)
{
  const char *field = jkb_data_table_get (table, row, column);

  *out = strcmp (field, yes) == 0;
  if (*out || strcmp (field, no) == 0)
    return TRUE;
  return jkb_data_table_fail (table, row, error, "%s is “%s”, neither %s nor %s", names[column],
                              field, yes, no);
}

static gboolean
check_link (const JkbDataTable *table, guint row, const char *link, GError **error)
{
  if (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://"))
    return TRUE;
  return jkb_data_table_fail (table, row, error, "“%s” is no link", link);
}

static JkbFrameworkText
get_text (const JkbDataTable *table, guint row, int column_en)
{
  return (JkbFrameworkText){ jkb_data_table_get (table, row, column_en),
                             jkb_data_table_get (table, row, column_en + 1) };
}

static JkbFramework *
new_framework (const JkbDataTable *table, guint row)
{
  JkbFramework *framework = g_new0 (JkbFramework, 1);

  framework->id = jkb_data_table_get (table, row, F_ID);
  framework->edition = jkb_data_table_get (table, row, F_EDITION);
  framework->name = get_text (table, row, F_NAME_EN);
  framework->short_name = jkb_data_table_get (table, row, F_SHORT_NAME);
  framework->publisher = get_text (table, row, F_PUBLISHER_EN);
  framework->published = jkb_data_table_get (table, row, F_PUBLISHED);
  framework->unit = get_text (table, row, F_UNIT_EN);
  framework->licence = get_text (table, row, F_LICENCE_EN);
  framework->link = jkb_data_table_get (table, row, F_LINK);
  framework->note = get_text (table, row, F_NOTE_EN);
  framework->roles = g_ptr_array_new ();
  return framework;
}

static gboolean
check_framework (const JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  static const int filled[] = { F_ID, F_EDITION, F_NAME_EN, F_NAME_JA, F_SHORT_NAME,
                                F_PUBLISHER_EN, F_PUBLISHER_JA, F_UNIT_EN, F_UNIT_JA, F_LICENCE_EN,
                                F_LICENCE_JA, F_NOTE_EN, F_NOTE_JA };
  const char *published = jkb_data_table_get (table, row, F_PUBLISHED);
  const char *id = jkb_data_table_get (table, row, F_ID);
  const char *edition = jkb_data_table_get (table, row, F_EDITION);
  JkbDate date;

  if (!check_filled (table, row, filled, G_N_ELEMENTS (filled), framework_columns, error)
      || !check_link (table, row, jkb_data_table_get (table, row, F_LINK), error))
    return FALSE;
  if (*published != '\0' && !jkb_date_parse (published, &date, NULL))
    return jkb_data_table_fail (table, row, error, "“%s” is no date", published);
  if (jkb_frameworks_find_any (self, id, edition) != NULL)
    return jkb_data_table_fail (table, row, error, "%s %s is here twice", id, edition);
  return TRUE;
}

static gboolean
read_status (const JkbFrameworks *self, const JkbDataTable *table, guint row,
             JkbFramework *framework, gboolean *is_named, GError **error)
{
  const char *status = jkb_data_table_get (table, row, F_STATUS);

  *is_named = strcmp (status, "named") == 0;
  framework->is_current = strcmp (status, "current") == 0;
  if (!*is_named && !framework->is_current && strcmp (status, "past") != 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no status", status);
  if (framework->is_current && jkb_frameworks_find (self, framework->id, NULL) != NULL)
    return jkb_data_table_fail (table, row, error, "%s has two current editions", framework->id);
  return TRUE;
}

static gboolean
read_framework (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  JkbFramework *framework;
  gboolean is_named = FALSE;
  gboolean is_read;

  if (!check_framework (self, table, row, error))
    return FALSE;
  framework = new_framework (table, row);
  is_read = read_status (self, table, row, framework, &is_named, error)
            && check_choice (table, row, F_MAPPED, framework_columns, "yes", "no",
                             &framework->is_mapped, error);
  g_ptr_array_add (is_named ? self->named : self->all, framework);
  return is_read;
}

static gboolean
check_role (const JkbDataTable *table, guint row, const JkbFramework *framework, GError **error)
{
  static const int filled[] = { R_ID, R_NAME_EN, R_NAME_JA, R_CATEGORY_EN, R_CATEGORY_JA,
                                R_SUMMARY_EN, R_SUMMARY_JA };
  const char *id = jkb_data_table_get (table, row, R_ID);

  if (framework == NULL)
    return jkb_data_table_fail (table, row, error, "no framework “%s %s” that has roles",
                                jkb_data_table_get (table, row, R_FRAMEWORK),
                                jkb_data_table_get (table, row, R_EDITION));
  if (!check_filled (table, row, filled, G_N_ELEMENTS (filled), role_columns, error)
      || !check_link (table, row, jkb_data_table_get (table, row, R_SOURCE_URL), error))
    return FALSE;
  if (jkb_framework_find_role (framework, id) != NULL)
    return jkb_data_table_fail (table, row, error, "role “%s” is here twice", id);
  return TRUE;
}

static const char *
get_optional (const JkbDataTable *table, guint row, int column)
{
  const char *field = jkb_data_table_get (table, row, column);

  return *field != '\0' ? field : NULL;
}

static gboolean
read_role (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  const JkbFramework *framework
      = jkb_frameworks_find (self, jkb_data_table_get (table, row, R_FRAMEWORK),
                             jkb_data_table_get (table, row, R_EDITION));
  const char *alt_titles = jkb_data_table_get (table, row, R_ALT_TITLES);
  JkbRole *role;

  if (!check_role (table, row, framework, error))
    return FALSE;
  role = g_new0 (JkbRole, 1);
  role->framework = framework;
  role->id = jkb_data_table_get (table, row, R_ID);
  role->name = get_text (table, row, R_NAME_EN);
  role->category = get_text (table, row, R_CATEGORY_EN);
  role->opm_code = get_optional (table, row, R_OPM_CODE);
  role->specialty_area = get_optional (table, row, R_AREA);
  role->summary = get_text (table, row, R_SUMMARY_EN);
  role->alt_titles = g_strsplit (alt_titles, "; ", -1);
  role->source_url = jkb_data_table_get (table, row, R_SOURCE_URL);
  jkb_frameworks_add_role (self, role);
  return check_choice (table, row, R_JA_SOURCE, role_columns, "official", "translated",
                       &role->ja_is_official, error)
         && check_choice (table, row, R_EN_SOURCE, role_columns, "official", "translated",
                          &role->en_is_official, error);
}

static guint
count_distinct (const JkbFramework *framework, gboolean areas)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (framework->roles, i);
      const char *name = areas ? role->specialty_area : role->category.en;

      if (name != NULL)
        g_hash_table_add (seen, (gpointer) name);
    }
  return g_hash_table_size (seen);
}

static gboolean
check_number (const JkbDataTable *table, guint row, int column, guint found, GError **error)
{
  const char *field = jkb_data_table_get (table, row, column);
  gint64 said;

  if (jkb_count_parse (field, &said) && said == found)
    return TRUE;
  return jkb_data_table_fail (table, row, error, "%s is “%s”, but roles.tsv has %u",
                              framework_columns[column], field, found);
}

/* What an edition claims to have must be there: a lost row of roles.tsv is noticed. */
static gboolean
check_numbers (JkbFrameworks *self, const JkbDataTable *table, GError **error)
{
  for (guint row = 0; row < jkb_data_table_n_rows (table); row++)
    {
      JkbFramework *framework
          = (JkbFramework *) jkb_frameworks_find_any (self, jkb_data_table_get (table, row, F_ID),
                                                      jkb_data_table_get (table, row, F_EDITION));

      framework->n_categories = count_distinct (framework, FALSE);
      framework->n_specialty_areas = count_distinct (framework, TRUE);
      if (!check_number (table, row, F_ROLES, framework->roles->len, error)
          || !check_number (table, row, F_CATEGORIES, framework->n_categories, error)
          || !check_number (table, row, F_AREAS, framework->n_specialty_areas, error))
        return FALSE;
    }
  return TRUE;
}

/* Finds the role in @column, whose framework and edition stand in the two columns before it. */
static gboolean
find_role (const JkbFrameworks *self, const JkbDataTable *table, guint row, int column,
           const JkbFramework **framework, const JkbRole **role, GError **error)
{
  const char *id = jkb_data_table_get (table, row, column - 2);
  const char *edition = jkb_data_table_get (table, row, column - 1);
  const char *role_id = jkb_data_table_get (table, row, column);

  *framework = jkb_frameworks_find_any (self, id, edition);
  if (*framework == NULL)
    return jkb_data_table_fail (table, row, error, "no framework “%s %s”", id, edition);
  *role = jkb_framework_find_role (*framework, role_id);
  if (*role == NULL && ((*framework)->roles->len > 0 || *role_id == '\0'))
    return jkb_data_table_fail (table, row, error, "no role “%s” in %s %s", role_id, id, edition);
  return TRUE;
}

static int
find_relation (const char *nick)
{
  for (int i = 0; i < JKB_N_RELATIONS; i++)
    if (strcmp (jkb_relation_nick (i), nick) == 0)
      return i;
  return -1;
}

static gboolean
has_neighbour (const GPtrArray *neighbours, const JkbFramework *framework, const char *role_id)
{
  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);

      if (neighbour->framework == framework && strcmp (neighbour->role_id, role_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_relation (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  int relation = find_relation (jkb_data_table_get (table, row, X_RELATION));
  const char *to_id = jkb_data_table_get (table, row, X_TO_ROLE);
  const char *url = jkb_data_table_get (table, row, X_SOURCE_URL);
  const JkbFramework *from_framework, *to_framework;
  const JkbRole *from, *to;

  if (relation < 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no relation",
                                jkb_data_table_get (table, row, X_RELATION));
  if (strcmp (url, "editorial") == 0)
    url = NULL;
  else if (!check_link (table, row, url, error))
    return FALSE;
  if (!find_role (self, table, row, X_FROM_ROLE, &from_framework, &from, error)
      || !find_role (self, table, row, X_TO_ROLE, &to_framework, &to, error))
    return FALSE;
  if (from == NULL || from == to)
    return jkb_data_table_fail (table, row, error, "a relation from a role that is not here");
  if (has_neighbour (g_ptr_array_index (self->neighbours, from->index), to_framework, to_id))
    return jkb_data_table_fail (table, row, error, "this relation is here twice");
  jkb_frameworks_add_relation (self, from,
                               (JkbNeighbour){ .framework = to_framework, .role = to,
                                               .role_id = to_id, .relation = relation,
                                               .is_target = TRUE, .source_url = url });
  return TRUE;
}

static gboolean
check_assignment (const JkbFrameworks *self, const JkbDataTable *table, guint row,
                  const JkbAssignment *assignment, int phase, GError **error)
{
  static const int filled[] = { M_REASON_EN, M_REASON_JA };
  const char *weight = jkb_data_table_get (table, row, M_WEIGHT);

  if (assignment->subject == JKB_SUBJECT_NONE)
    return jkb_data_table_fail (table, row, error, "“%s” is no type and no circumstance",
                                jkb_data_table_get (table, row, M_SUBJECT));
  if (phase < 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no phase",
                                jkb_data_table_get (table, row, M_PHASE));
  if (strlen (weight) != 1 || *weight < '1' || *weight > '3')
    return jkb_data_table_fail (table, row, error, "“%s” is no weight of 1 to 3", weight);
  if (assignment->role == NULL || !assignment->role->framework->is_mapped)
    return jkb_data_table_fail (table, row, error, "%s %s is not marked as mapped",
                                jkb_data_table_get (table, row, M_FRAMEWORK),
                                jkb_data_table_get (table, row, M_EDITION));
  for (guint i = 0; i < self->assignments->len; i++)
    {
      const JkbAssignment *other = g_ptr_array_index (self->assignments, i);

      if (other->subject == assignment->subject && other->role == assignment->role
          && (int) other->phase == phase)
        return jkb_data_table_fail (table, row, error, "this assignment is here twice");
    }
  return check_filled (table, row, filled, G_N_ELEMENTS (filled), map_columns, error);
}

static gboolean
read_assignment (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  int phase = jkb_word_value (JKB_WORDS_PHASE, jkb_data_table_get (table, row, M_PHASE));
  const JkbFramework *framework;
  JkbAssignment assignment = { 0 };

  if (!find_role (self, table, row, M_ROLE, &framework, &assignment.role, error))
    return FALSE;
  assignment.subject = jkb_subject_from_nick (jkb_data_table_get (table, row, M_SUBJECT));
  assignment.weight = *jkb_data_table_get (table, row, M_WEIGHT) - '0';
  assignment.reason = get_text (table, row, M_REASON_EN);
  if (!check_assignment (self, table, row, &assignment, phase, error))
    return FALSE;
  assignment.phase = (JkbPhase) phase;
  g_ptr_array_add (self->assignments, g_memdup2 (&assignment, sizeof assignment));
  return TRUE;
}

static gboolean
read_rows (JkbFrameworks *self, const JkbDataTable *table, JkbFrameworksRowFunc read_row,
           GError **error)
{
  for (guint row = 0; table != NULL && row < jkb_data_table_n_rows (table); row++)
    if (!read_row (self, table, row, error))
      return FALSE;
  return table != NULL;
}

gboolean
jkb_frameworks_read_optional (JkbFrameworks *self, const char *directory, const char *name,
                              const char *const *columns, JkbFrameworksRowFunc read_row,
                              const JkbDataTable **out, GError **error)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  const JkbDataTable *table;

  *out = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  table = read_table (self, directory, name, columns, error);
  if (!read_rows (self, table, read_row, error))
    return FALSE;
  *out = table;
  return TRUE;
}

gboolean
jkb_frameworks_read (JkbFrameworks *self, const char *directory, GError **error)
{
  JkbDataTable *frameworks
      = read_table (self, directory, "frameworks.tsv", framework_columns, error);

  return read_rows (self, frameworks, read_framework, error)
         && read_rows (self, read_table (self, directory, "roles.tsv", role_columns, error),
                       read_role, error)
         && check_numbers (self, frameworks, error)
         && read_rows (self, read_table (self, directory, "crosswalk.tsv", crosswalk_columns, error),
                       read_relation, error)
         && read_rows (self,
                       read_table (self, directory, "incident-role-map.tsv", map_columns, error),
                       read_assignment, error);
}
