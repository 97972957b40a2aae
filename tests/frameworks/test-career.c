/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions for people who change careers: how answers are weighed, and that the shipped ones are fair. */
#include <string.h>

#include "core/jkb-error.h"
#include "frameworks-copy.h"
#include "frameworks/jkb-career.h"

static JkbFrameworks *frameworks;

static GPtrArray *
list_all_answers (void)
{
  GPtrArray *all = g_ptr_array_new ();

  for (int part = 0; part < JKB_N_CAREER_PARTS; part++)
    {
      g_autoptr(GPtrArray) answers
          = jkb_frameworks_career_answers (frameworks, (JkbCareerPart) part);

      for (guint i = 0; i < answers->len; i++)
        g_ptr_array_add (all, (gpointer) ((JkbCareerAnswer *) g_ptr_array_index (answers, i))->id);
    }
  g_ptr_array_add (all, NULL);
  return all;
}

static void
test_questions (void)
{
  for (int part = 0; part < JKB_N_CAREER_PARTS; part++)
    {
      const JkbCareerAnswer *question
          = jkb_frameworks_career_question (frameworks, (JkbCareerPart) part);
      g_autoptr(GPtrArray) answers
          = jkb_frameworks_career_answers (frameworks, (JkbCareerPart) part);

      g_assert_nonnull (question);
      g_assert_false (g_str_is_ascii (question->text.ja));
      g_assert_cmpuint (answers->len, >=, 5);
      for (guint i = 0; i < answers->len; i++)
        g_assert_false (
            g_str_is_ascii (((JkbCareerAnswer *) g_ptr_array_index (answers, i))->text.ja));
    }
}

/* No answer, no hint; nor from names that are none. */
static void
test_nothing (void)
{
  static const char *const none[] = { NULL };
  static const char *const odd[] = { "", "no such answer", NULL };
  g_autoptr(GPtrArray) from_none = jkb_frameworks_career (frameworks, none);
  g_autoptr(GPtrArray) from_odd = jkb_frameworks_career (frameworks, odd);

  g_assert_cmpuint (from_none->len, ==, 0);
  g_assert_cmpuint (from_odd->len, ==, 0);
}

static const JkbCareerHint *
find_hint (const GPtrArray *hints, const JkbRole *role)
{
  for (guint i = 0; i < hints->len; i++)
    if (((const JkbCareerHint *) g_ptr_array_index (hints, i))->role == role)
      return g_ptr_array_index (hints, i);
  return NULL;
}

/* The score is the sum of the reasons, each belongs to a chosen answer, order is by score. */
static void
check_hints (const GPtrArray *hints, const char *const *answers)
{
  const JkbCareerHint *before = NULL;

  for (guint i = 0; i < hints->len; i++)
    {
      const JkbCareerHint *hint = g_ptr_array_index (hints, i);
      int sum = 0, strongest = 3;

      for (guint j = 0; j < hint->reasons->len; j++)
        {
          const JkbCareerReason *reason = g_ptr_array_index (hint->reasons, j);

          g_assert_true (g_strv_contains (answers, reason->answer->id));
          g_assert_true (reason->role == hint->role);
          g_assert_cmpint (reason->weight, <=, strongest);
          strongest = reason->weight;
          sum += reason->weight;
        }
      g_assert_cmpint (hint->score, ==, sum);
      g_assert_cmpint (hint->score, >, 0);
      g_assert_true (find_hint (hints, hint->role) == hint);
      g_assert_true (before == NULL || before->score >= hint->score);
      before = hint;
    }
}

/* Whatever is chosen; one answer more never takes a point away. */
static void
test_any_choice (void)
{
  g_autoptr(GPtrArray) all = list_all_answers ();

  for (int round = 0; round < 200; round++)
    {
      g_autoptr(GPtrArray) some = g_ptr_array_new ();
      g_autoptr(GPtrArray) hints = NULL;
      g_autoptr(GPtrArray) more = NULL;

      for (guint i = 0; i + 1 < all->len; i++)
        if (g_test_rand_bit ())
          g_ptr_array_add (some, all->pdata[i]);
      g_ptr_array_add (some, NULL);
      hints = jkb_frameworks_career (frameworks, (const char *const *) some->pdata);
      check_hints (hints, (const char *const *) some->pdata);
      some->pdata[some->len - 1] = all->pdata[g_test_rand_int_range (0, (gint32) all->len - 1)];
      g_ptr_array_add (some, NULL);
      more = jkb_frameworks_career (frameworks, (const char *const *) some->pdata);
      for (guint i = 0; i < hints->len; i++)
        {
          const JkbCareerHint *hint = g_ptr_array_index (hints, i);

          g_assert_cmpint (find_hint (more, hint->role)->score, >=, hint->score);
        }
    }
}

/* Who chooses what speaks for a specialism gets that specialism first: none is out of reach, and each is
 * spoken for by each of the questions. */
static void
test_each_in_reach (void)
{
  const JkbFramework *ccf = jkb_frameworks_find (frameworks, "ccf", NULL);
  g_autoptr(GPtrArray) all = list_all_answers ();
  g_autoptr(GPtrArray) hints = jkb_frameworks_career (frameworks, (const char *const *) all->pdata);

  for (guint i = 0; i < ccf->roles->len; i++)
    g_assert_nonnull (find_hint (hints, g_ptr_array_index (ccf->roles, i)));
  for (guint i = 0; i < hints->len; i++)
    {
      const JkbCareerHint *hint = g_ptr_array_index (hints, i);
      g_autoptr(GPtrArray) speaking = g_ptr_array_new ();
      g_autoptr(GPtrArray) found = NULL;
      guint parts = 0;

      for (guint j = 0; j < hint->reasons->len; j++)
        {
          const JkbCareerReason *reason = g_ptr_array_index (hint->reasons, j);

          g_ptr_array_add (speaking, (gpointer) reason->answer->id);
          parts |= 1u << reason->answer->part;
        }
      g_ptr_array_add (speaking, NULL);
      found = jkb_frameworks_career (frameworks, (const char *const *) speaking->pdata);
      g_assert_true (((JkbCareerHint *) g_ptr_array_index (found, 0))->role == hint->role);
      g_assert_true (found->len == 1
                     || ((JkbCareerHint *) g_ptr_array_index (found, 1))->score < hint->score);
      g_assert_cmpuint (parts, ==, (1u << JKB_N_CAREER_PARTS) - 1);
      g_assert_true (hint->role->framework->is_current);
    }
}

/* From each hint one comes on to another framework. */
static void
test_leads_on (void)
{
  g_autoptr(GPtrArray) all = list_all_answers ();
  g_autoptr(GPtrArray) hints = jkb_frameworks_career (frameworks, (const char *const *) all->pdata);

  for (guint i = 0; i < hints->len; i++)
    {
      const JkbCareerHint *hint = g_ptr_array_index (hints, i);
      const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, hint->role);
      gboolean leads_on = FALSE;

      for (guint j = 0; j < neighbours->len; j++)
        {
          const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, j);

          leads_on |= neighbour->role != NULL && neighbour->framework->is_current
                      && strcmp (neighbour->framework->id, hint->role->framework->id) != 0;
        }
      g_assert_true (leads_on);
    }
}

/* ---- faults ---- */

static const char *const names[] = { "career-questions.tsv", "career-weights.tsv" };
static const char *const sound[] = {
  "question\tanswer\ttext_en\ttext_ja\n"
  "done\t\tDone?\tした?\n"
  "done\ta\tA\tエー\n"
  "like\t\tLike?\t好き?\n"
  "like\tb\tB\tビー\n"
  "learn\t\tLearn?\t学ぶ?\n",
  "answer\tframework\tedition\trole_id\tweight\treason_en\treason_ja\n"
  "a\tccf\t2026\tincident-response\t3\tx\tエックス\n"
  "b\tccf\t2026\tincident-response\t1\ty\tワイ\n"
  "b\tccf\t2026\tdigital-forensics\t2\tz\tゼット\n",
};

static const struct
{
  int file;
  const char *find, *put, *message;
} faults[] = {
  { 0, "done\t\t", "did\t\t", "career-questions.tsv:2: “did” is no question" },
  { 0, "done\t\tDone?", "like\t\tDone?", "career-questions.tsv:3: the question “done” is not its first row, or twice" },
  { 0, "like\t\t", "done\t\t", "career-questions.tsv:4: the question “done” is not its first row, or twice" },
  { 0, "like\tb", "like\ta", "career-questions.tsv:5: answer “a” is here twice" },
  { 0, "ビー", "", "career-questions.tsv:5: a text is empty" },
  { 0, "learn\t\tLearn?\t学ぶ?\n", "", "career-questions.tsv:5: the question “learn” is missing" },
  { 1, "a\tccf", "c\tccf", "career-weights.tsv:2: no answer “c” in career-questions.tsv" },
  { 1, "incident", "accident", "career-weights.tsv:2: no role “accident-response” in ccf 2026" },
  { 1, "2026\tincident", "2027\tincident", "career-weights.tsv:2: no role “incident-response” in ccf 2027" },
  { 1, "\t3\t", "\t4\t", "career-weights.tsv:2: “4” is no weight of 1 to 3" },
  { 1, "ワイ", "", "career-weights.tsv:3: a reason is empty" },
  { 1, "digital-forensics", "incident-response", "career-weights.tsv:4: this answer and role are here twice" },
  { 1, "a\tccf", "b\tccf", "career-weights.tsv:3: this answer and role are here twice" },
  { 1, "a\tccf\t2026\tincident-response\t3\tx\tエックス\n", "",
    "career-questions.tsv:3: answer “a” speaks for nothing in career-weights.tsv" },
};

/* The shipped frameworks, with small questions that have one mistake. */
static char *
write_files (int changed, const char *find, const char *put)
{
  char *directory = frameworks_copy_new ();

  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    frameworks_copy_add (directory, names[i], sound[i], i == changed ? find : NULL, put);
  return directory;
}

static void
test_order (void)
{
  static const char *const answers[] = { "b", "a", "a", NULL };
  g_autofree char *directory = write_files (-1, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFrameworks) small = jkb_frameworks_load (directory, &error);
  g_autoptr(GPtrArray) hints = NULL;
  const JkbCareerHint *first;

  g_assert_no_error (error);
  hints = jkb_frameworks_career (small, answers);
  g_assert_cmpuint (hints->len, ==, 2);
  first = g_ptr_array_index (hints, 0);
  g_assert_cmpstr (first->role->id, ==, "incident-response");
  g_assert_cmpint (first->score, ==, 4);
  g_assert_cmpstr (((JkbCareerReason *) g_ptr_array_index (first->reasons, 0))->text.en, ==, "x");
  g_assert_cmpstr (((JkbCareerReason *) g_ptr_array_index (first->reasons, 1))->text.ja, ==, "ワイ");
  frameworks_copy_remove (directory);
}

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *directory = write_files (faults[i].file, faults[i].find, faults[i].put);
      g_autofree char *message = g_build_filename (directory, faults[i].message, NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (jkb_frameworks_load (directory, &error));
      g_assert_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_cmpstr (error->message, ==, message);
      frameworks_copy_remove (directory);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/career/questions", test_questions);
  g_test_add_func ("/career/nothing", test_nothing);
  g_test_add_func ("/career/any-choice", test_any_choice);
  g_test_add_func ("/career/each-in-reach", test_each_in_reach);
  g_test_add_func ("/career/leads-on", test_leads_on);
  g_test_add_func ("/career/order", test_order);
  g_test_add_func ("/career/faults", test_faults);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
