/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/jkb-normal.h"

static void
append_random (GString *text)
{
  static const gunichar ranges[][2] = {
    { 0x20, 0x7e }, { 0xa0, 0x24f }, { 0x300, 0x345 }, { 0x3040, 0x30ff }, { 0x4e00, 0x4fff },
    { 0xff01, 0xffdc }, { 0x1100, 0x11ff }, { 0x2460, 0x24ff }, { 0x3200, 0x33ff },
    { 0xf900, 0xfaff }, { 0x900, 0xdff }, { 0x1d400, 0x1d7ff }, { 0x2f800, 0x2fa1d },
    { 0xac00, 0xac7f }, { 0x1000, 0x109f }, { 0x11000, 0x1134d }, { 0x3099, 0x309f },
  };
  gsize i = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (ranges));
  gunichar c = (gunichar) g_test_rand_int_range ((gint32) ranges[i][0], (gint32) ranges[i][1] + 1);

  g_string_append_unichar (text, c);
}

/* NFKC must be GLib's to the byte, whatever melts with whatever. */
static void
test_equals_glib (void)
{
  for (int round = 0; round < 20000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;

      for (int i = g_test_rand_int_range (0, 8); i >= 0; i--)
        append_random (text);
      ours = jkb_normal_string (text->str, JKB_NORMAL_NFKC);
      theirs = g_utf8_normalize (text->str, -1, G_NORMALIZE_ALL_COMPOSE);
      if (strcmp (ours, theirs) != 0)
        g_test_message ("input: %s", g_strescape (text->str, NULL));
      g_assert_cmpstr (ours, ==, theirs);
    }
}

static void
test_reading (void)
{
  static const struct
  {
    const char *source, *normal;
  } cases[] = {
    { "２，７２６名", "2,726名" },
    { "①2,533名", "①2,533名" },
    { "※¹対象", "※¹対象" },
    { "8月22日〜12月20日", "8月22日~12月20日" },
    { "8月22日～12月20日", "8月22日~12月20日" },
    { "a\r\nb\rc\xe2\x80\xa8" "d", "a\nb\nc\nd" },
    { "ﾒｰﾙ　ｱﾄﾞﾚｽ", "メール アドレス" },
    { "か\xe3\x82\x99", "が" },
    { "㈱⽇本\xe2\x80\x8b商事", "(株)日本商事" },
    { "葛\xf3\xa0\x84\x80城", "葛城" },
    { "−5−", "-5-" },
    { "㍻㋿", "平成令和" },
    { "前,﨑.⽇,\xf0\xa0\x80\x8b.亜", "前、﨑。日、\xf0\xa0\x80\x8b。亜" },
    { "a,﨑.com", "a,﨑.com" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = jkb_normal_string (cases[i].source, JKB_NORMAL_READING);

      g_assert_cmpstr (normal, ==, cases[i].normal);
    }
}

static void
assert_maps (const char *source, const char *needle, const char *words)
{
  g_autoptr(JkbNormal) normal
      = jkb_normal_new (source, strlen (source), JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  const char *hit = strstr (normal->text, needle);
  JkbSpan span;

  g_assert_nonnull (hit);
  span.begin = (gsize) (hit - normal->text);
  span.end = span.begin + strlen (needle);
  span = jkb_normal_to_source (normal, span);
  {
    g_autofree char *found = g_strndup (source + span.begin, span.end - span.begin);

    g_assert_cmpstr (found, ==, words);
  }
}

static void
test_map (void)
{
  assert_maps ("お客様２，７２６名です", "2,726名", "２，７２６名");
  assert_maps ("前ﾊﾞｯｸｱｯﾌﾟ後", "バックアップ", "ﾊﾞｯｸｱｯﾌﾟ");
  assert_maps ("㈱甲乙", "株", "㈱");
  assert_maps ("㈱甲乙", "甲", "甲");
  assert_maps ("x\r\ny", "\n", "\r\n");
  assert_maps ("ABC\xe2\x80\x8b" "DEF", "cd", "C\xe2\x80\x8b" "D");
  assert_maps ("か\xe3\x82\x99ぎ", "が", "か\xe3\x82\x99");
}

/* Any span maps to whole characters, in order, and both ends of the text to each other. */
static void
test_map_is_monotone (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(JkbNormal) normal = NULL;
      gsize last = 0;

      for (int i = g_test_rand_int_range (0, 30); i >= 0; i--)
        append_random (text);
      normal = jkb_normal_new (text->str, text->len, JKB_NORMAL_READING);
      for (gsize i = 0; i < normal->n_bytes;)
        {
          gsize next = i + (gsize) (g_utf8_next_char (normal->text + i) - (normal->text + i));
          JkbSpan span = jkb_normal_to_source (normal, (JkbSpan){ i, next });

          g_assert_cmpuint (span.begin, >=, last);
          g_assert_cmpuint (span.end, >, span.begin);
          g_assert_cmpuint (span.end, <=, text->len);
          g_assert_true (g_utf8_validate (text->str + span.begin, (gssize) (span.end - span.begin),
                                          NULL));
          g_assert_cmpuint (jkb_normal_from_source (normal, span.begin), <=, i);
          last = span.begin;
          i = next;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/normal/equals-glib", test_equals_glib);
  g_test_add_func ("/core/normal/reading", test_reading);
  g_test_add_func ("/core/normal/map", test_map);
  g_test_add_func ("/core/normal/map-is-monotone", test_map_is_monotone);
  return g_test_run ();
}
