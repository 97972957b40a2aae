/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Descriptions drafted from every role, in both languages, and from a file that was made up.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "frameworks/jkb-framework-shelf.h"
#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-job-description.h"

#define IMPORTED "imported/nice@2.0.9.tsv"
#define NICE_FILE \
  "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n" \
  "nice\t2.0.9\tPD-WRL-003\tIncident Response\tDEFENSE\t\tT1\ttask\tRing the bell\n" \
  "nice\t2.0.9\tPD-WRL-003\t\t\t\tK1\tknowledge\tKnow the bell\n"

static JkbFrameworks *frameworks;

static const JkbJobSection *
find_section (const JkbJobDescription *description, const char *nick)
{
  for (guint i = 0; i < description->sections->len; i++)
    if (strcmp (((const JkbJobSection *) description->sections->pdata[i])->nick, nick) == 0)
      return description->sections->pdata[i];
  return NULL;
}

static void
assert_complete (const JkbJobDescription *description)
{
  for (guint i = 0; i < description->sections->len; i++)
    {
      const JkbJobSection *section = description->sections->pdata[i];

      g_assert_cmpstr (section->heading, !=, section->nick);
      g_assert_cmpuint (section->lines->len, >, 0);
      g_assert_cmpstr (section->source, !=, "");
    }
}

/* Each part in an incident is told once, by its reason, and nothing by its stable name. */
static void
assert_parts (const JkbJobDescription *description, const char *text)
{
  const JkbJobSection *section = find_section (description, "incidents");
  guint n_parts = 0;

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, description->role);

      for (guint i = 0; i < cell->len; i++, n_parts++)
        {
          const JkbAssignment *part = cell->pdata[i];

          g_assert_nonnull (strstr (text, description->is_japanese ? part->reason.ja
                                                                   : part->reason.en));
        }
      if (strchr (jkb_subject_nick (subject), '_') != NULL)
        g_assert_null (strstr (text, jkb_subject_nick (subject)));
    }
  g_assert_cmpuint (section != NULL ? section->lines->len : 0, ==, n_parts);
}

static void
test_all (void)
{
  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    for (int is_japanese = 0; is_japanese < 2; is_japanese++)
      {
        const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
        g_autoptr(JkbJobDescription) description
            = jkb_job_description_new (frameworks, role, is_japanese);
        g_autofree char *text = jkb_job_description_print (description);

        g_assert_true (g_str_has_prefix (text, is_japanese ? role->name.ja : role->name.en));
        g_assert_nonnull (strstr (text, is_japanese ? role->summary.ja : role->summary.en));
        g_assert_null (find_section (description, "task"));
        assert_complete (description);
        assert_parts (description, text);
      }
}

static void
keep (const char *folder, const char *text)
{
  g_autoptr(GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_own_swap (folder, IMPORTED, bytes, NULL, &error));
  g_assert_no_error (error);
}

/* Statements of an imported edition serve the current one, and say where they are from. */
static void
test_imported (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jikenbo-job-XXXXXX", &error);
  g_autofree char *imported = g_build_filename (folder, "imported", NULL);
  g_autoptr(JkbFrameworks) own = NULL;
  g_autoptr(JkbJobDescription) description = NULL;
  const JkbJobSection *tasks;

  keep (folder, NICE_FILE);
  own = jkb_frameworks_load_own (NULL, folder, &error);
  g_assert_no_error (error);
  description = jkb_job_description_new (
      own, jkb_framework_find_role (jkb_frameworks_find (own, "nice", NULL), "PD-WRL-003"), TRUE);
  tasks = find_section (description, "task");
  g_assert_nonnull (tasks);
  g_assert_cmpuint (tasks->lines->len, ==, 1);
  g_assert_cmpstr (tasks->lines->pdata[0], ==, "Ring the bell (T1)");
  g_assert_true (g_str_has_prefix (tasks->source, "NICE 2.0.9: "));
  g_assert_nonnull (find_section (description, "knowledge"));
  g_assert_null (find_section (description, "skill"));
  keep (folder, NULL);
  g_rmdir (imported);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/job-description/all", test_all);
  g_test_add_func ("/job-description/imported", test_imported);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
