/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person keeps of their own beside the shipped frameworks. All files here are made up.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "frameworks/jkb-file-changes.h"
#include "frameworks/jkb-edition-changes.h"
#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-role-path.h"
#include "frameworks/jkb-role-statements.h"

#define HEAD "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n"
#define NICE_FILE \
  HEAD "nice\t2.0.9\tPD-WRL-003\tIncident Response\tPROTECTION and DEFENSE\tSays much\tT1\ttask\tFold the map\n" \
       "nice\t2.0.9\tPD-WRL-003\t\t\t\tK1\tknowledge\tKnow the map\n" \
       "nice\t2.0.9\tPD-WRL-001\tDefensive Cybersecurity\t\t\tT1\ttask\tFold the map\n" \
       "nice\t2.0.9\tZZ-WRL-001\tFolder of Maps\t\t\tT2\ttask\tDraw the map\n" \
       "nice\t2.0.9\t\t\t\t\tS9\tskill\tBelongs to nobody\n"

static char *
new_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("jikenbo-own-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (char *folder)
{
  g_autoptr(GPtrArray) names = jkb_own_list_imported (folder);
  g_autofree char *imported = g_build_filename (folder, "imported", NULL);

  for (guint i = 0; i < names->len; i++)
    g_assert_true (jkb_own_swap (folder, g_ptr_array_index (names, i), NULL, NULL, NULL));
  g_rmdir (imported);
  g_rmdir (folder);
  g_free (folder);
}

static JkbFrameworkFile *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JkbFrameworkFile *file = jkb_framework_file_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return file;
}

static void
keep (const char *folder, const char *text)
{
  g_autoptr(JkbFrameworkFile) file = parse (text);
  g_autofree char *name = jkb_own_name_imported (file);
  char *table = jkb_framework_file_print (file);
  g_autoptr(GBytes) bytes = g_bytes_new_take (table, strlen (table));
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_own_swap (folder, name, bytes, NULL, &error));
  g_assert_no_error (error);
}

static JkbFrameworks *
load (const char *folder)
{
  g_autoptr(GError) error = NULL;
  JkbFrameworks *frameworks = jkb_frameworks_load_own (NULL, folder, &error);

  g_assert_no_error (error);
  return frameworks;
}

/* ---- a file printed and read again is the same ---- */

static char *
make_word (void)
{
  static const char *const words[] = { "鍵", "map", "a b", "é", "#x", "\"q\"", "7", "=1+1", "…" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static char *
make_table (void)
{
  GString *table = g_string_new (HEAD);

  for (int i = g_test_rand_int_range (1, 60); i > 0; i--)
    {
      g_autofree char *name = make_word ();
      g_autofree char *text = make_word ();
      int role = g_test_rand_int_range (0, 6);
      int statement = g_test_rand_int_range (-4, 20);
      g_autofree char *role_id = role == 5 && statement >= 0 ? g_strdup ("")
                                                             : g_strdup_printf ("r%d", role);
      g_autofree char *statement_id = statement < 0 ? g_strdup ("")
                                                    : g_strdup_printf ("s%d", statement);

      g_string_append_printf (table, "own\t1.0\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", role_id, name,
                              i % 3 == 0 ? "" : "group", i % 2 == 0 ? "" : text, statement_id,
                              statement < 0 ? "" : jkb_statement_kind_nick (statement % 4), text);
    }
  return g_string_free (table, FALSE);
}

/* With a role of its own for each table, so that none is without roles. */
static void
test_printed (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autofree char *made = make_table ();
      g_autofree char *text = g_strconcat (made, "own\t1.0\tlast\tLast\t\t\t\t\t\n", NULL);
      g_autoptr(JkbFrameworkFile) file = parse (text);
      g_autofree char *once = jkb_framework_file_print (file);
      g_autoptr(JkbFrameworkFile) again = parse (once);
      g_autofree char *twice = jkb_framework_file_print (again);

      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpuint (again->roles->len, ==, file->roles->len);
      g_assert_cmpuint (again->statements->len, ==, file->statements->len);
      for (guint i = 0; i < file->roles->len; i++)
        {
          const JkbFileRole *a = g_ptr_array_index (file->roles, i);
          const JkbFileRole *b = g_ptr_array_index (again->roles, i);

          g_assert_cmpstr (a->id, ==, b->id);
          g_assert_cmpstr (a->name, ==, b->name);
          g_assert_cmpuint (a->statements->len, ==, b->statements->len);
        }
    }
}

/* ---- beside what is shipped ---- */

static void
test_joined (void)
{
  char *folder = new_folder ();
  g_autoptr(JkbFrameworks) shipped = load (folder);
  g_autoptr(JkbFrameworks) frameworks = NULL;
  const JkbFramework *edition, *current, *from = NULL;
  const JkbRole *role, *same;
  const GPtrArray *statements;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) beside = NULL;

  keep (folder, NICE_FILE);
  frameworks = load (folder);
  g_assert_cmpuint (jkb_frameworks_get_remarks (frameworks)->len, ==, 0);
  g_assert_cmpuint (jkb_frameworks_n_roles (frameworks), ==, jkb_frameworks_n_roles (shipped) + 3);
  edition = jkb_frameworks_find (frameworks, "nice", "2.0.9");
  current = jkb_frameworks_find (frameworks, "nice", NULL);
  g_assert_cmpstr (current->edition, ==, "2.2.0");
  g_assert_cmpint (edition->origin, ==, JKB_ORIGIN_IMPORTED);
  g_assert_false (edition->is_current);
  role = jkb_framework_find_role (edition, "PD-WRL-003");
  same = jkb_framework_find_role (current, "PD-WRL-003");
  g_assert_cmpstr (role->name.ja, ==, same->name.ja);
  /* The file has the name in English only; of one that is not known there is no translation. */
  g_assert_true (role->en_is_official);
  g_assert_false (role->ja_is_official);
  g_assert_true (jkb_framework_find_role (edition, "ZZ-WRL-001")->ja_is_official);
  g_assert_cmpint (role->origin, ==, JKB_ORIGIN_IMPORTED);
  g_assert_cmpuint (role->statements->len, ==, 2);
  g_assert_null (same->statements);
  statements = jkb_frameworks_statements (frameworks, same, &from);
  g_assert_true (statements == role->statements && from == edition);
  /* What it does in incidents is carried over from the shipped edition. */
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    g_assert_cmpint (jkb_frameworks_weight (frameworks, subject, role, JKB_PHASE_ANY), ==,
                     jkb_frameworks_weight (frameworks, subject, same, JKB_PHASE_ANY));
  found = jkb_frameworks_search (frameworks, "draw the map", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((JkbRole *) found->pdata[0])->id, ==, "ZZ-WRL-001");
  /* The ledger from the imported edition to the shipped one: two go on, one left, the rest is new. */
  {
    g_autoptr(GPtrArray) changes = jkb_frameworks_changes (frameworks, edition, current);
    guint n_left = 0, n_new = 0;

    for (guint i = 0; i < changes->len; i++)
      {
        n_left += ((JkbEditionChange *) changes->pdata[i])->what == JKB_CHANGE_LEFT;
        n_new += ((JkbEditionChange *) changes->pdata[i])->what == JKB_CHANGE_NEW;
      }
    g_assert_cmpuint (n_left, ==, 1);
    g_assert_cmpuint (n_new, ==, 40);
    g_assert_cmpuint (changes->len, ==, 43);
  }
  beside = jkb_frameworks_beside_by_statements (frameworks, same);
  g_assert_cmpuint (beside->len, ==, 1);
  g_assert_cmpstr (((JkbBeside *) beside->pdata[0])->role->id, ==, "PD-WRL-001");
  g_assert_cmpuint (((JkbBeside *) beside->pdata[0])->n_left, ==, 1);
  remove_folder (folder);
}

/* Statements of the shipped edition itself, and a framework that is not shipped at all. */
static void
test_editions (void)
{
  char *folder = new_folder ();
  g_autoptr(JkbFrameworks) frameworks = NULL;
  const JkbFramework *own;

  keep (folder, HEAD "ecsf\t\tcyber-incident-responder\tX\t\t\tt1\ttask\tPour the tea\n");
  keep (folder, HEAD "secbok\t2025\trole-1\t架空の役割\t\t\tt1\tskill\t茶をいれる\n");
  keep (folder, HEAD "tea\t2\ta\tPourer\tHall\t\t\t\t\n");
  keep (folder, HEAD "tea\t1\ta\tPourer\tHall\t\t\t\t\n");
  frameworks = load (folder);
  g_assert_cmpuint (jkb_frameworks_get_remarks (frameworks)->len, ==, 0);
  own = jkb_frameworks_find (frameworks, "ecsf", NULL);
  g_assert_cmpstr (own->edition, ==, "2022");
  g_assert_cmpuint (own->roles->len, ==, 12);
  g_assert_cmpuint (jkb_framework_find_role (own, "cyber-incident-responder")->statements->len, ==,
                    1);
  g_assert_cmpstr (jkb_frameworks_find (frameworks, "tea", NULL)->edition, ==, "2");
  g_assert_true (jkb_framework_find_role (jkb_frameworks_find (frameworks, "secbok", "2025"),
                                          "role-1")->ja_is_official);
  remove_folder (folder);
}

/* A broken file is remarked upon; everything else is there. */
static void
test_broken (void)
{
  char *folder = new_folder ();
  g_autoptr(GBytes) bad = g_bytes_new_static ("\xff\xfe", 2);
  g_autoptr(JkbFrameworks) frameworks = NULL;
  const GPtrArray *remarks;

  g_assert_true (jkb_own_swap (folder, "imported/bad@1.tsv", bad, NULL, NULL));
  frameworks = load (folder);
  remarks = jkb_frameworks_get_remarks (frameworks);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (remarks->pdata[0], ==,
                   "imported/bad@1.tsv: not a file of a framework that can be read");
  g_assert_cmpuint (jkb_frameworks_find (frameworks, "nice", NULL)->roles->len, ==, 42);
  remove_folder (folder);
}

static void
test_swapped (void)
{
  char *folder = new_folder ();
  g_autoptr(GBytes) one = g_bytes_new_static ("1", 1);
  g_autoptr(GBytes) two = g_bytes_new_static ("2", 1);
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) last = NULL;
  g_autoptr(GPtrArray) none = NULL;

  g_assert_true (jkb_own_swap (folder, "imported/a@1.tsv", one, &before, NULL));
  g_assert_null (before);
  g_assert_true (jkb_own_swap (folder, "imported/a@1.tsv", two, &before, NULL));
  g_assert_true (g_bytes_equal (before, one));
  g_assert_true (jkb_own_swap (folder, "imported/a@1.tsv", NULL, &last, NULL));
  g_assert_true (g_bytes_equal (last, two));
  g_assert_true (jkb_own_swap (folder, "imported/a@1.tsv", NULL, NULL, NULL));
  none = jkb_own_list_imported (folder);
  g_assert_cmpuint (none->len, ==, 0);
  remove_folder (folder);
}

/* No name of a framework leads out of the folder. */
static void
test_names (void)
{
  static const char *const refused[] = { "../x", "a/b", "a:b", "a\\b", "", "a%2f" };
  g_autoptr(JkbFrameworkFile) file = parse (HEAD "枠組み 1\t..\ta\tA\t\t\t\t\t\n");
  g_autofree char *name = jkb_own_name_imported (file);

  g_assert_cmpstr (name, ==, "imported/枠組み%201@...tsv");
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD "%s\t1\ta\tA\t\t\t\t\t\n", refused[i]);
      g_autoptr(GError) error = NULL;

      g_assert_null (jkb_framework_file_parse (text, strlen (text), &error));
      g_assert_error (error, JKB_FRAMEWORK_ERROR, JKB_FRAMEWORK_ERROR_MALFORMED);
    }
}

/* ---- neighbours by statements against a plain recomputation ---- */

static gboolean
has_statement (const GPtrArray *statements, const char *id)
{
  for (guint i = 0; i < statements->len; i++)
    if (strcmp (((JkbStatement *) g_ptr_array_index (statements, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
check_beside (const JkbFrameworks *frameworks, const JkbRole *role)
{
  g_autoptr(GPtrArray) beside = jkb_frameworks_beside_by_statements (frameworks, role);
  guint n_found = 0;
  double last = 2;

  for (guint i = 0; i < beside->len; i++)
    {
      const JkbBeside *one = g_ptr_array_index (beside, i);
      const GPtrArray *theirs = one->role->statements;
      g_autoptr(GPtrArray) shared = jkb_statements_pick (role->statements, theirs, TRUE);
      g_autoptr(GPtrArray) missing = jkb_statements_pick (theirs, role->statements, FALSE);
      double share;
      guint n_shared = 0;

      for (guint j = 0; j < role->statements->len; j++)
        n_shared += has_statement (theirs,
                                   ((JkbStatement *) role->statements->pdata[j])->id);
      g_assert_cmpuint (one->n_shared, ==, n_shared);
      g_assert_cmpuint (one->n_new, ==, theirs->len - n_shared);
      g_assert_cmpuint (one->n_left, ==, role->statements->len - n_shared);
      g_assert_cmpuint (shared->len, ==, n_shared);
      g_assert_cmpuint (missing->len, ==, one->n_new);
      share = (double) n_shared / (theirs->len + role->statements->len - n_shared);
      g_assert_cmpfloat (share, <=, last + 1e-12);
      last = share;
    }
  for (guint i = 0; i < role->framework->roles->len; i++)
    {
      const JkbRole *other = g_ptr_array_index (role->framework->roles, i);
      guint n = 0;

      for (guint j = 0; other != role && other->statements != NULL && j < other->statements->len; j++)
        n += has_statement (role->statements, ((JkbStatement *) other->statements->pdata[j])->id);
      n_found += n > 0;
    }
  g_assert_cmpuint (beside->len, ==, n_found);
}

static void
test_beside (void)
{
  for (int round = 0; round < 20; round++)
    {
      char *folder = new_folder ();
      g_autofree char *table = make_table ();
      g_autofree char *text = g_strconcat (table, "own\t1.0\tlast\tLast\t\t\t\t\t\n", NULL);
      g_autoptr(JkbFrameworks) frameworks = NULL;
      const JkbFramework *own;

      keep (folder, text);
      frameworks = load (folder);
      own = jkb_frameworks_find (frameworks, "own", NULL);
      for (guint i = 0; i < own->roles->len; i++)
        if (((JkbRole *) own->roles->pdata[i])->statements != NULL)
          check_beside (frameworks, own->roles->pdata[i]);
      remove_folder (folder);
    }
}

/* ---- statements of two files against each other ---- */

static char *
list_changes (const char *before_rows, const char *now_rows)
{
  g_autofree char *before_text = g_strconcat (HEAD "own\t1\ta\tA\t\t\t\t\t\n", before_rows, NULL);
  g_autofree char *now_text = g_strconcat (HEAD "own\t2\ta\tA\t\t\t\t\t\n", now_rows, NULL);
  g_autoptr(JkbFrameworkFile) before = parse (before_text);
  g_autoptr(JkbFrameworkFile) now = parse (now_text);
  g_autoptr(GPtrArray) changes = jkb_file_changes_new (before, now);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const JkbStatementChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (list, "%s:%s>%s ", (change->now != NULL ? change->now : change->before)->id,
                              change->before != NULL ? change->before->text : "",
                              change->now != NULL ? change->now->text : "");
    }
  return g_string_free (list, FALSE);
}

#define ROW(edition, id, text) "own\t" edition "\ta\tA\t\t\t" id "\ttask\t" text "\n"

static void
test_changes (void)
{
  static const struct
  {
    const char *before, *now, *expected;
  } cases[] = {
    { ROW ("1", "t1", "Lock"), ROW ("2", "t1", "Lock"), "" },
    { ROW ("1", "t1", "Lock"), ROW ("2", "t1", "Lock well"), "t1:Lock>Lock well " },
    { ROW ("1", "t1", "Lock"), ROW ("2", "t2", "Turn"), "t2:>Turn t1:Lock> " },
    /* The same words under another number are the same; so are two that have changed places. */
    { ROW ("1", "t1", "Lock"), ROW ("2", "t7", "Lock"), "" },
    { ROW ("1", "t1", "Lock") ROW ("1", "t2", "Turn"), ROW ("2", "t1", "Turn") ROW ("2", "t2", "Lock"), "" },
    /* One was put before another: a new one, and nothing else. */
    { ROW ("1", "t1", "Lock"), ROW ("2", "t1", "Open") ROW ("2", "t2", "Lock"), "t1:>Open " },
    { ROW ("1", "t1", "Open") ROW ("1", "t2", "Lock"), ROW ("2", "t1", "Lock"), "t1:Open> " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *changes = list_changes (cases[i].before, cases[i].now);

      g_assert_cmpstr (changes, ==, cases[i].expected);
    }
}

/* All words must be there, in whatever order, width and case; identifiers count too. */
static void
test_statements_search (void)
{
  JkbStatement map = { (char *) "T-01", JKB_STATEMENT_TASK, (char *) "Fold the Paper Map" };
  JkbStatement lamp = { (char *) "K-02", JKB_STATEMENT_KNOWLEDGE, (char *) "灯りのともし方 (Lamp)" };
  static const struct
  {
    const char *words;
    guint n_found;
  } cases[] = {
    { "", 2 }, { "  ", 2 }, { "map", 1 }, { "MAP fold", 1 }, { "paper lamp", 0 }, { "k-02", 1 },
    { "ｌａｍｐ", 1 }, { "ともし", 1 }, { "-0", 2 }, { ".*", 0 },
  };
  g_autoptr(GPtrArray) both = g_ptr_array_new ();

  g_ptr_array_add (both, &map);
  g_ptr_array_add (both, &lamp);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = jkb_statements_search (both, cases[i].words);

      g_assert_cmpuint (found->len, ==, cases[i].n_found);
    }
}

/* What the publishers say, counted: 55 references to e-CF at 12 profiles, four titles. */
static void
test_levels (void)
{
  g_autoptr(JkbFrameworks) frameworks = jkb_frameworks_load (NULL, NULL);
  const JkbFramework *ecsf = jkb_frameworks_find (frameworks, "ecsf", NULL);
  const JkbFramework *ccf = jkb_frameworks_find (frameworks, "ccf", NULL);
  const JkbFramework *nice = jkb_frameworks_find (frameworks, "nice", NULL);
  g_autoptr(GPtrArray) titles = jkb_frameworks_levels (frameworks, ccf->roles->pdata[3]);
  g_autoptr(GPtrArray) none = jkb_frameworks_levels (frameworks, nice->roles->pdata[0]);
  guint n = 0;

  for (guint i = 0; i < ecsf->roles->len; i++)
    {
      g_autoptr(GPtrArray) levels = jkb_frameworks_levels (frameworks, ecsf->roles->pdata[i]);

      g_assert_cmpuint (levels->len, >, 0);
      for (guint j = 0; j < levels->len; j++)
        g_assert_cmpuint (((JkbLevel *) levels->pdata[j])->level, <=, 5);
      n += levels->len;
    }
  g_assert_cmpuint (n, ==, 55);
  /* Four titles now, three in the design of 2023. */
  g_assert_cmpuint (titles->len, ==, 4);
  {
    const JkbFramework *old = jkb_frameworks_find (frameworks, "ccf", "2023");
    g_autoptr(GPtrArray) first = jkb_frameworks_levels (frameworks, old->roles->pdata[0]);

    g_assert_cmpuint (first->len, ==, 3);
  }
  for (guint i = 0; i < titles->len; i++)
    g_assert_cmpuint (((JkbLevel *) titles->pdata[i])->level, ==, i + 1);
  g_assert_cmpstr (((JkbLevel *) titles->pdata[3])->name.en, ==, "Chartered");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-frameworks/printed", test_printed);
  g_test_add_func ("/own-frameworks/joined", test_joined);
  g_test_add_func ("/own-frameworks/editions", test_editions);
  g_test_add_func ("/own-frameworks/broken", test_broken);
  g_test_add_func ("/own-frameworks/swapped", test_swapped);
  g_test_add_func ("/own-frameworks/names", test_names);
  g_test_add_func ("/own-frameworks/beside", test_beside);
  g_test_add_func ("/own-frameworks/changes", test_changes);
  g_test_add_func ("/own-frameworks/statements-search", test_statements_search);
  g_test_add_func ("/own-frameworks/levels", test_levels);
  return g_test_run ();
}
