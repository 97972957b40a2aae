/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A person's own changes over the shipped frameworks. Changes are made at random from all roles,
 * subjects and phases; what frameworks hold is written down whole and compared.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "core/jkb-error.h"
#include "frameworks-copy.h"
#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-own-changes.h"

#define HEAD "change\tframework\tedition\trole_id\tother\tvalue\ttext_en\ttext_ja\n"

static char *folder;

static JkbFrameworks *
load (void)
{
  g_autoptr(GError) error = NULL;
  JkbFrameworks *frameworks = jkb_frameworks_load_own (NULL, folder, &error);

  g_assert_no_error (error);
  return frameworks;
}

static void
keep_text (const char *text)
{
  g_autoptr(GBytes) contents = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_own_swap (folder, JKB_OWN_CHANGES, contents, NULL, &error));
}

static JkbFrameworks *
load_with (const char *text)
{
  keep_text (text);
  return load ();
}

/* ---- everything, written down ---- */

static void
dump_role (GString *text, const JkbFrameworks *frameworks, const JkbRole *role)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, role);

  g_string_append_printf (text, "%s/%s/%s %d %d|%s|%s|%s|%s|%s|%s\n", role->framework->id,
                          role->framework->edition, role->id, role->origin, role->is_changed,
                          role->name.en, role->name.ja, role->category.en, role->category.ja,
                          role->summary.en, role->summary.ja);
  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);

      g_string_append_printf (text, "  ~ %s/%s/%s %d %d %d %s\n", neighbour->framework->id,
                              neighbour->framework->edition, neighbour->role_id,
                              neighbour->relation, neighbour->is_target, neighbour->origin,
                              neighbour->source_url != NULL ? neighbour->source_url : "-");
    }
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, role);

      for (guint i = 0; i < cell->len; i++)
        {
          const JkbAssignment *part = g_ptr_array_index (cell, i);

          g_string_append_printf (text, "  # %d %d %d %d %s|%s|%s\n", subject, (int) part->phase,
                                  part->weight, part->origin,
                                  part->via != NULL ? part->via->id : "-", part->reason.en,
                                  part->reason.ja);
        }
    }
}

static char *
dump (const JkbFrameworks *frameworks)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s %s %d %d %u %u|%s|%s\n", framework->id, framework->edition,
                              framework->is_current, framework->origin, framework->roles->len,
                              framework->n_categories, framework->name.en, framework->name.ja);
    }
  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    dump_role (text, frameworks, jkb_frameworks_get_role (frameworks, i));
  return g_string_free (text, FALSE);
}

/* ---- changes at random ---- */

static const JkbRole *
pick_role (const JkbFrameworks *frameworks)
{
  return jkb_frameworks_get_role (frameworks,
                                  (guint) g_test_rand_int_range (
                                      0, (gint32) jkb_frameworks_n_roles (frameworks)));
}

static char *
make_other (const JkbFrameworks *frameworks, JkbOwnKind kind)
{
  const JkbRole *role = pick_role (frameworks);

  if (kind == JKB_OWN_RELATION)
    return g_strjoin ("/", role->framework->id, role->framework->edition, role->id, NULL);
  if (kind == JKB_OWN_PART)
    return g_strjoin ("/", jkb_subject_nick (g_test_rand_int_range (0, JKB_N_SUBJECTS)),
                      jkb_word_nick (JKB_WORDS_PHASE, g_test_rand_int_range (0, JKB_N_PHASES)),
                      NULL);
  return g_strdup ("");
}

static const char *
make_value (JkbOwnKind kind)
{
  static const char *const relations[] = { "none", "exact", "close", "partial" };
  static const char *const weights[] = { "0", "1", "2", "3" };
  int i = g_test_rand_int_range (0, 4);

  return kind == JKB_OWN_RELATION ? relations[i] : kind == JKB_OWN_PART ? weights[i] : "";
}

static void
add_change (GPtrArray *changes, const JkbFrameworks *frameworks)
{
  static const char *const words[] = { "", "tea", "a b", "\"x\"", "x\ty", "#" };
  static const char *const japanese[] = { "茶", "茶\n庭", "　庭", "「石」" };
  JkbOwnKind kind = (JkbOwnKind) g_test_rand_int_range (0, JKB_N_OWN_KINDS);
  const JkbRole *role = pick_role (frameworks);
  gboolean is_new = g_test_rand_int_range (0, 6) == 0;
  g_autofree char *other = make_other (frameworks, kind);
  JkbOwnChange change = {
    .kind = kind,
    .framework = (char *) (is_new ? "own" : role->framework->id),
    .edition = (char *) (is_new ? "1" : role->framework->edition),
    .role_id = (char *) (kind == JKB_OWN_FRAMEWORK ? "" : is_new ? "new-role" : role->id),
    .other = other,
    .value = (char *) make_value (kind),
    .text = { (char *) words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
              (char *) japanese[g_test_rand_int_range (0, G_N_ELEMENTS (japanese))] },
  };

  jkb_own_changes_set (changes, &change);
}

static GPtrArray *
make_changes (const JkbFrameworks *frameworks)
{
  GPtrArray *changes = jkb_own_changes_new ();

  for (int i = g_test_rand_int_range (1, 40); i > 0; i--)
    add_change (changes, frameworks);
  return changes;
}

/* Over and away again is as shipped; written and read again is the same; twice is once. */
static void
test_reset (void)
{
  g_autoptr(JkbFrameworks) shipped = load_with (NULL);
  g_autofree char *as_shipped = dump (shipped);

  for (int round = 0; round < 30; round++)
    {
      g_autoptr(GPtrArray) changes = make_changes (shipped);
      g_autofree char *text = jkb_own_changes_print (changes);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) again = jkb_own_changes_parse (text, "own", &error);
      g_autofree char *twice = NULL;
      g_autofree char *rest_dump = NULL;

      g_assert_no_error (error);
      twice = jkb_own_changes_print (again);
      g_assert_cmpstr (text, ==, twice);
      {
        /* Changes may be of what is as they want it already: only that nothing breaks is looked at. */
        g_autoptr(JkbFrameworks) frameworks = load_with (text);
        g_autofree char *changed = dump (frameworks);

        g_assert_cmpuint (strlen (changed), >, 0);
      }
      /* Taken away one after the other, in any order. */
      while (again->len > 0)
        {
          guint i = (guint) g_test_rand_int_range (0, (gint32) again->len);
          g_autofree char *key = jkb_own_change_key (g_ptr_array_index (again, i));

          g_assert_true (jkb_own_changes_unset (again, key));
          g_assert_false (jkb_own_changes_unset (again, key));
        }
      {
        g_autofree char *nothing = jkb_own_changes_print (again);
        g_autoptr(JkbFrameworks) frameworks = load_with (nothing);

        rest_dump = dump (frameworks);
        g_assert_cmpstr (rest_dump, ==, as_shipped);
      }
    }
  keep_text (NULL);
}

/* ---- each kind ---- */

static const JkbRole *
find (const JkbFrameworks *frameworks, const char *id, const char *edition, const char *role)
{
  return jkb_framework_find_role (jkb_frameworks_find (frameworks, id, edition), role);
}

static void
test_parts (void)
{
  g_autoptr(JkbFrameworks) shipped = load_with (NULL);
  g_autoptr(JkbFrameworks) frameworks = load_with (
      HEAD "part\tnice\t2.2.0\tPD-WRL-003\tunauthorized_access/respond\t0\t\t\n"
           "part\tnice\t2.2.0\tPD-WRL-003\tmisdelivery/govern\t3\tBecause\t\n"
           "part\tnice\t2017\tPR-CIR-001\tunauthorized_access/recover\t1\tOwn\t自分\n");
  JkbSubject access = jkb_subject_from_nick ("unauthorized_access");
  JkbSubject misdelivery = jkb_subject_from_nick ("misdelivery");
  const JkbRole *role = find (frameworks, "nice", "2.2.0", "PD-WRL-003");
  const JkbRole *old = find (frameworks, "nice", "2017", "PR-CIR-001");
  g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, misdelivery, role);
  const JkbAssignment *own = NULL;

  g_assert_cmpint (jkb_frameworks_weight (shipped, access, role, JKB_PHASE_RESPOND), ==, 3);
  g_assert_cmpint (jkb_frameworks_weight (frameworks, access, role, JKB_PHASE_RESPOND), ==, 0);
  g_assert_cmpint (jkb_frameworks_weight (frameworks, misdelivery, role, JKB_PHASE_GOVERN), ==, 3);
  for (guint i = 0; i < cell->len; i++)
    if (((JkbAssignment *) cell->pdata[i])->origin == JKB_ORIGIN_OWN)
      own = cell->pdata[i];
  g_assert_cmpstr (own->reason.en, ==, "Because");
  g_assert_cmpstr (own->reason.ja, ==, "Because");
  /* What was taken away here is not carried over there, and what is decided there holds. */
  g_assert_cmpint (jkb_frameworks_weight (frameworks, access, old, JKB_PHASE_RESPOND), ==, 0);
  g_assert_cmpint (jkb_frameworks_weight (frameworks, access, old, JKB_PHASE_RECOVER), ==, 1);
  g_assert_cmpuint (jkb_frameworks_get_remarks (frameworks)->len, ==, 0);
}

static void
test_roles (void)
{
  g_autoptr(JkbFrameworks) frameworks = load_with (
      HEAD "name\town\t1\tporter\t\t\tPorter\t門番\nframework\town\t1\t\t\t\tOur house\t我が家\n"
           "category\town\t1\tporter\t\t\tHall\t\nsummary\town\t1\tporter\t\t\tOpens\t開ける\n"
           "name\tecsf\t2022\tcyber-incident-responder\t\t\t\t火消し\n"
           "relation\town\t1\tporter\tecsf/2022/cyber-incident-responder\tclose\t\t\n"
           "relation\tnice\t2017\tSP-RSK-001\tnice/2.2.0/OG-WRL-013\tnone\t\t\n");
  const JkbRole *porter = find (frameworks, "own", "1", "porter");
  const JkbRole *responder = find (frameworks, "ecsf", NULL, "cyber-incident-responder");
  const JkbNeighbour *neighbour;
  g_autoptr(GPtrArray) found = jkb_frameworks_search (frameworks, "門番", NULL);

  g_assert_cmpuint (jkb_frameworks_get_remarks (frameworks)->len, ==, 0);
  g_assert_cmpstr (porter->framework->name.ja, ==, "我が家");
  g_assert_cmpint (porter->origin, ==, JKB_ORIGIN_OWN);
  g_assert_cmpstr (porter->category.ja, ==, "Hall");
  g_assert_true (found->len == 1 && found->pdata[0] == porter);
  g_assert_cmpstr (responder->name.en, ==, "Cyber Incident Responder");
  g_assert_cmpstr (responder->name.ja, ==, "火消し");
  g_assert_true (responder->is_changed);
  neighbour = g_ptr_array_index (jkb_frameworks_neighbours (frameworks, porter), 0);
  g_assert_true (neighbour->role == responder);
  g_assert_cmpint (neighbour->relation, ==, JKB_RELATION_CLOSE);
  g_assert_cmpint (neighbour->origin, ==, JKB_ORIGIN_OWN);
  /* Without the relation the old role has lost what was carried over through it. */
  g_assert_cmpuint (jkb_frameworks_neighbours (frameworks,
                                               find (frameworks, "nice", "2017", "SP-RSK-001"))->len,
                    ==, 0);
}

/* An update that has no such role any more: nothing is lost, and it is said. */
static void
test_gone (void)
{
  static const char text[]
      = HEAD "part\tnice\t2.2.0\tXX-WRL-001\tmisdelivery/govern\t3\t\t\n"
             "relation\tnice\t2.2.0\tPD-WRL-003\tecsf/2022/gone\tclose\t\t\n"
             "summary\tnice\t9\tPD-WRL-003\t\t\tx\t\n";
  g_autoptr(JkbFrameworks) frameworks = load_with (text);
  g_autofree char *printed = jkb_own_changes_print (jkb_frameworks_own_changes (frameworks));
  g_autoptr(GPtrArray) again = jkb_own_changes_parse (printed, "own", NULL);

  g_assert_cmpuint (jkb_frameworks_get_remarks (frameworks)->len, ==, 3);
  g_assert_cmpuint (again->len, ==, 3);
}

static void
test_refused (void)
{
  static const char *const rows[] = {
    "colour\tnice\t2.2.0\tx\t\t\ta\t\n",
    "name\tnice\t2.2.0\t\t\t\ta\t\n",
    "name\tnice\t2.2.0\tx\t\t\t\t\n",
    "framework\tnice\t2.2.0\tx\t\t\ta\t\n",
    "part\tnice\t2.2.0\tx\tmisdelivery\t3\t\t\n",
    "part\tnice\t2.2.0\tx\tmisdelivery/govern\t4\t\t\n",
    "part\tnice\t2.2.0\tx\ttea/govern\t1\t\t\n",
    "relation\tnice\t2.2.0\tx\tecsf/2022\tclose\t\t\n",
    "relation\tnice\t2.2.0\tx\tecsf/2022/y\tnear\t\t\n",
    "part\tnice\n",
  };
  guint n_shipped;

  {
    g_autoptr(JkbFrameworks) shipped = load_with (NULL);

    n_shipped = jkb_frameworks_n_roles (shipped);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, rows[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(JkbFrameworks) frameworks = NULL;

      g_assert_null (jkb_own_changes_parse (text, "own", &error));
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_true (g_str_has_prefix (error->message, "own:2: "));
      /* A broken table takes nothing away: everything shipped is there, and it is said. */
      frameworks = load_with (text);
      g_assert_cmpuint (jkb_frameworks_get_remarks (frameworks)->len, ==, 1);
      g_assert_cmpuint (jkb_frameworks_n_roles (frameworks), ==, n_shipped);
    }
  keep_text (NULL);
}

/* The matrix marks what a person decided, also when it is nothing; no other part. */
static void
test_marked (void)
{
  g_autoptr(JkbFrameworks) frameworks
      = load_with (HEAD "part\tnice\t2.2.0\tPD-WRL-003\tmisdelivery/respond\t0\t\t\n"
                        "part\tecsf\t2022\tpenetration-tester\tcontractor/prevent\t2\twhy\tなぜ\n");
  g_autoptr(JkbFrameworks) plain = load_with (NULL);
  guint n_marked = 0;

  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
      {
        const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
        guint n_phases = 0;

        for (int phase = 0; phase < JKB_N_PHASES; phase++)
          n_phases += jkb_frameworks_is_own (frameworks, subject, role, phase);
        g_assert_true (jkb_frameworks_is_own (frameworks, subject, role, JKB_PHASE_ANY)
                       == (n_phases > 0));
        n_marked += n_phases;
        g_assert_false (jkb_frameworks_is_own (plain, subject, jkb_frameworks_get_role (plain, i),
                                               JKB_PHASE_ANY));
      }
  g_assert_cmpuint (n_marked, ==, 2);
  g_assert_true (jkb_frameworks_has_own (frameworks));
  g_assert_false (jkb_frameworks_has_own (plain));
}

/* An update of what is shipped changes the very rows that a person changed, and others. */
static char *
make_update (void)
{
  static const struct
  {
    const char *name, *find, *put;
  } files[] = {
    { "roles.tsv", "\tPD-WRL-003\tIncident Response\t", "\tPD-WRL-003\tAnother Name\t" },
    { "roles.tsv", "\tPD-WRL-001\tDefensive Cybersecurity\t", "\tPD-WRL-001\tUpdated\t" },
    { "incident-role-map.tsv", "web_skimming\trespond\tnice\t2.2.0\tPD-WRL-003\t3\t",
      "web_skimming\trespond\tnice\t2.2.0\tPD-WRL-003\t1\t" },
  };
  char *directory = frameworks_copy_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (directory, files[i].name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      frameworks_copy_add (directory, files[i].name, text, files[i].find, files[i].put);
    }
  return directory;
}

static void
test_updated (void)
{
  g_autofree char *directory = make_update ();
  g_autofree char *path = g_build_filename (folder, JKB_OWN_CHANGES, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(JkbFrameworks) frameworks = NULL;
  g_autoptr(GPtrArray) cell = NULL;
  const JkbFramework *nice;
  const JkbRole *role;
  JkbSubject subject = jkb_subject_from_nick ("web_skimming");

  keep_text (HEAD "name\tnice\t2.2.0\tPD-WRL-003\t\t\tFirst Aid\t応急\n"
                  "part\tnice\t2.2.0\tPD-WRL-003\tweb_skimming/respond\t2\tmine\t私の\n");
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  frameworks = jkb_frameworks_load_own (directory, folder, NULL);
  nice = jkb_frameworks_find (frameworks, "nice", NULL);
  role = jkb_framework_find_role (nice, "PD-WRL-003");
  cell = jkb_frameworks_cell (frameworks, subject, role);
  g_assert_cmpstr (role->name.en, ==, "First Aid");
  g_assert_cmpuint (cell->len, ==, 1);
  g_assert_cmpint (((JkbAssignment *) cell->pdata[0])->weight, ==, 2);
  g_assert_cmpstr (((JkbAssignment *) cell->pdata[0])->reason.en, ==, "mine");
  /* What is not one's own follows the update, and the own file stays byte for byte. */
  g_assert_cmpstr (jkb_framework_find_role (nice, "PD-WRL-001")->name.en, ==, "Updated");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  keep_text (NULL);
  frameworks_copy_remove (directory);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("jikenbo-own-XXXXXX", NULL);
  g_test_add_func ("/own-changes/reset", test_reset);
  g_test_add_func ("/own-changes/parts", test_parts);
  g_test_add_func ("/own-changes/roles", test_roles);
  g_test_add_func ("/own-changes/gone", test_gone);
  g_test_add_func ("/own-changes/updated", test_updated);
  g_test_add_func ("/own-changes/marked", test_marked);
  g_test_add_func ("/own-changes/refused", test_refused);
  status = g_test_run ();
  keep_text (NULL);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
