/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-chain.h"
#include "core/jkb-likeness.h"

#define FIRST "株式会社架空物産は、三月三日に顧客管理サーバーへの不正な接続を見つけ、調査を進めております。対象は最大で十万人と見ております。"
#define OTHER "架空市の図書館は、催しの案内を送る際に宛先の欄を取り違え、受け取った方どうしで連絡先が見える形になりました。"

static double
compare (const char *a, const char *b)
{
  JkbSketch x, y;

  jkb_sketch_make (a, &x);
  jkb_sketch_make (b, &y);
  return jkb_sketch_compare (&x, &y);
}

static void
test_likeness (void)
{
  static const char page[] = "トップ 製品 採用 お問い合わせ\n" OTHER "\n" FIRST "\n前の記事へ 次の記事へ 会社の案内";

  g_assert_cmpfloat (compare (FIRST, FIRST), ==, 1);
  g_assert_cmpfloat (compare (FIRST, OTHER), <, 0.2);
  /* Width, blanks and marks do not count; nor does the page around. */
  g_assert_cmpfloat (compare ("ＡＢＣ１２３、あいう えお\n", "abc123あいうえお"), ==, 1);
  g_assert_cmpfloat (compare (FIRST, page), >, 0.8);
  g_assert_cmpfloat (compare (page, FIRST), ==, compare (FIRST, page));
  g_assert_cmpfloat (compare ("", FIRST), ==, 0);
  g_assert_cmpfloat (compare ("五文字の", "五文字の"), ==, 0);
}

/* @n letters that hardly occur in the same order twice. */
static void
append_letters (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, 0x4e00 + (gunichar) g_test_rand_int_range (0, 0x5000));
}

/* Long texts, of which only some hashes are kept. */
static void
test_share (void)
{
  for (guint n_common = 0; n_common <= 2000; n_common += 500)
    {
      g_autoptr(GString) one = g_string_new (NULL);
      g_autoptr(GString) other = NULL;

      append_letters (one, n_common);
      other = g_string_new (one->str);
      append_letters (one, 2000 - n_common);
      append_letters (other, 4000 - n_common);
      g_assert_cmpfloat (ABS (compare (one->str, other->str) - n_common / 2000.0), <, 0.25);
    }
}

static void
test_key (void)
{
  static const struct { const char *a, *b; gboolean is_same; } rows[] = {
    { "株式会社架空物産", "架空物産", TRUE },     { "架空物産（株）", "架空物産 株式会社", TRUE },
    { "架空大学", "国立大学法人架空大学", TRUE }, { "架空物産", "架空商店", FALSE },
    { "Kakuu Inc.", "ＫＡＫＵＵ", TRUE },         { "架空市", "架空市立病院", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *a = jkb_chain_key (rows[i].a);
      g_autofree char *b = jkb_chain_key (rows[i].b);

      g_assert_cmpint (g_str_equal (a, b), ==, rows[i].is_same);
    }
}

static JkbIncident *
make_report (const char *organisation, gint64 people, JkbDate discovered)
{
  JkbIncident *incident = jkb_incident_new ();

  incident->organisation = g_strdup (organisation);
  incident->type = JKB_TYPE_UNAUTHORIZED_ACCESS;
  incident->types = 1u << JKB_TYPE_UNAUTHORIZED_ACCESS;
  incident->people = people;
  incident->discovered = discovered;
  return incident;
}

static void
test_verdicts (void)
{
  const JkbDate day = { 2031, 3, 3 }, later = { 2031, 5, 9 }, month = { 2031, 3, 0 };
  g_autoptr(JkbIncident) first = make_report ("架空物産", 100000, day);
  g_autoptr(JkbIncident) last = make_report ("株式会社架空物産", 5836, day);
  g_autoptr(JkbIncident) again = make_report ("架空物産", 100000, later);
  g_autoptr(JkbIncident) vague = make_report ("架空物産", 100000, month);
  g_autoptr(JkbIncident) other = make_report ("架空商店", 100000, day);
  g_autoptr(JkbIncident) silent = make_report ("架空物産", JKB_COUNT_UNKNOWN, JKB_DATE_NONE);
  g_autoptr(JkbIncident) silent_other = make_report ("架空商店", JKB_COUNT_UNKNOWN, JKB_DATE_NONE);
  g_autoptr(JkbIncident) loss = make_report ("架空物産", 12, day);

  loss->type = JKB_TYPE_LOST_MEDIA_DEVICE;
  loss->types = 1u << JKB_TYPE_LOST_MEDIA_DEVICE;
  g_assert_cmpint (jkb_chain_judge (last, first, 0.3), ==, JKB_CHAIN_GOES_ON);
  g_assert_cmpint (jkb_chain_judge (last, first, 0.95), ==, JKB_CHAIN_GOES_ON);
  g_assert_cmpint (jkb_chain_judge (first, first, 0.95), ==, JKB_CHAIN_SAME);
  /* An apology in the same words for another day is another incident. */
  g_assert_cmpint (jkb_chain_judge (again, first, 0.95), ==, JKB_CHAIN_APART);
  g_assert_cmpint (jkb_chain_judge (other, first, 0.9), ==, JKB_CHAIN_APART);
  /* The page around may make another name of it; then all else has to agree, and be enough. */
  g_assert_cmpint (jkb_chain_judge (other, first, 0.99), ==, JKB_CHAIN_SAME);
  g_assert_cmpint (jkb_chain_judge (silent, silent_other, 0.99), ==, JKB_CHAIN_APART);
  g_assert_cmpint (jkb_chain_judge (loss, first, 0.95), ==, JKB_CHAIN_APART);
  g_assert_cmpint (jkb_chain_judge (vague, first, 0.3), ==, JKB_CHAIN_APART);
  g_assert_cmpint (jkb_chain_judge (vague, first, 0.7), ==, JKB_CHAIN_GOES_ON);
}

static void
test_changes (void)
{
  const JkbDate day = { 2031, 3, 3 };
  g_autoptr(JkbIncident) first = make_report ("架空物産", 100000, day);
  g_autoptr(JkbIncident) last = make_report ("架空物産", 5836, JKB_DATE_NONE);
  g_autoptr(GPtrArray) changes = NULL;
  const JkbChange *change;

  last->data_items = 1u << JKB_DATA_NAME;
  changes = jkb_chain_changes (first, last);
  g_assert_cmpuint (changes->len, ==, 2);       /* that the last one is silent about the day changes nothing */
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->field, ==, JKB_FIELD_AFFECTED_PEOPLE);
  g_assert_cmpstr (change->before, ==, "100000");
  g_assert_cmpstr (change->after, ==, "5836");
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpint (change->field, ==, JKB_FIELD_DATA_ITEMS);
  g_assert_null (change->before);
  g_assert_cmpstr (change->after, ==, "name");
}

static JkbIncident *
make_by_chance (void)
{
  static const char *const names[] = { "架空物産", "株式会社架空物産", "架空商店", NULL };
  JkbIncident *incident = jkb_incident_new ();

  incident->organisation = g_strdup (names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);
  incident->type = (JkbIncidentType) g_test_rand_int_range (0, 3);
  incident->types = incident->type != JKB_TYPE_UNKNOWN ? 1u << incident->type : 0;
  incident->people = g_test_rand_bit () ? 7 : JKB_COUNT_UNKNOWN;
  incident->discovered = g_test_rand_bit () ? (JkbDate){ 2021, 3, (guint8) g_test_rand_int_range (1, 3) } : JKB_DATE_NONE;
  return incident;
}

/* What is ruled out by a little of a case would be found apart by all of it. */
static void
test_ruled_out (void)
{
  guint n_out = 0, n_in = 0;

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr(JkbIncident) told = make_by_chance ();
      g_autoptr(JkbIncident) other = make_by_chance ();

      if (!jkb_chain_rules_out (told, other->type, other->types, other->organisation))
        n_in++;
      else
        {
          g_assert_cmpint (jkb_chain_judge (told, other, 1), ==, JKB_CHAIN_APART);
          n_out++;
        }
    }
  g_assert_cmpuint (n_out, >, 0);
  g_assert_cmpuint (n_in, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/chain/likeness", test_likeness);
  g_test_add_func ("/core/chain/share", test_share);
  g_test_add_func ("/core/chain/key", test_key);
  g_test_add_func ("/core/chain/verdicts", test_verdicts);
  g_test_add_func ("/core/chain/changes", test_changes);
  g_test_add_func ("/core/chain/ruled-out", test_ruled_out);
  return g_test_run ();
}
