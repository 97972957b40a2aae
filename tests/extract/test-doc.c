/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/jkb-paths.h"
#include "extract/jkb-doc.h"

static JkbLexicon *lexicon;

static JkbDoc *
make_doc (const char *title, const char *text, JkbItem **item)
{
  *item = jkb_item_new (g_strdup (text));
  (*item)->title = g_strdup (title);
  return jkb_doc_new (lexicon, *item);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    JkbLineKind kind;
    const char *words;
  } cases[] = {
    { "１．経緯", JKB_LINE_HEADING, "経緯" },
    { "(2)発生原因", JKB_LINE_HEADING, "発生原因" },
    { "■ 対象となる情報", JKB_LINE_HEADING, "対象となる情報" },
    { "## 概要", JKB_LINE_HEADING, "概要" },
    { "三、対応", JKB_LINE_HEADING, "対応" },
    { "・氏名", JKB_LINE_LIST, "氏名" },
    { "  ① 患者情報 120名分", JKB_LINE_LIST, "患者情報 120名分" },
    { "2,726名のお客様", JKB_LINE_TEXT, "2,726名のお客様" },
    { "1月5日に判明しました。", JKB_LINE_TEXT, "1月5日に判明しました。" },
    { "3.5万件", JKB_LINE_TEXT, "3.5万件" },
    { "   ", JKB_LINE_BLANK, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("前の文です。\n%s\n次の文です。", cases[i].text);
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = make_doc (NULL, text, &item);
      const JkbLine *line = &g_array_index (doc->lines, JkbLine, 1);
      g_autofree char *words
          = g_strndup (doc->normal->text + line->text.begin, line->text.end - line->text.begin);

      g_assert_cmpint (line->kind, ==, cases[i].kind);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_sections (void)
{
  g_autoptr(JkbItem) item = NULL;
  g_autoptr(JkbDoc) doc = make_doc ("お知らせ",
                                    "お知らせ\nこのたび紛失しました。\n1.経緯\n昨日です。\n"
                                    "(1)詳細\n続きです。\n2.お客様へのお願い\n3.再発防止策\n終わり。",
                                    &item);
  static const struct
  {
    const char *words;
    JkbSectionRole role;
  } cases[] = {
    { "お知らせ", JKB_SECTION_TITLE }, { "このたび", JKB_SECTION_BODY },
    { "昨日", JKB_SECTION_COURSE },    { "続き", JKB_SECTION_COURSE },
    { "お客様へ", JKB_SECTION_REQUEST }, { "終わり", JKB_SECTION_PREVENTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *place = strstr (doc->normal->text, cases[i].words);

      g_assert_cmpint (jkb_doc_section_at (doc, (gsize) (place - doc->normal->text))->role, ==,
                       cases[i].role);
    }
}

static void
test_claims (void)
{
  static const struct
  {
    const char *text, *words;
    guint claims;
  } cases[] = {
    { "個人情報が流出しました。", "流出", 0 },
    { "個人情報の流出の可能性はございません。", "流出", JKB_CLAIM_NEGATED | JKB_CLAIM_POSSIBLE },
    { "流出した可能性を否定できません。", "流出", JKB_CLAIM_POSSIBLE },
    { "メールを誤送信しましたが、現時点で悪用は確認されておりません。", "誤送信", 0 },
    { "メールを誤送信しましたが、現時点で悪用は確認されておりません。", "悪用", JKB_CLAIM_NEGATED },
    { "氏名(住所は含まれておりません)が流出しました。", "住所", JKB_CLAIM_NEGATED },
    { "氏名(住所は含まれておりません)が流出しました。", "氏名", 0 },
    { "ご迷惑をおかけし申し訳ございません。", "迷惑", 0 },
    { "不審なメールにご注意ください。", "メール", JKB_CLAIM_REQUEST },
    { "警察へ相談する予定です。", "警察", JKB_CLAIM_PLANNED },
    { "次の情報は含まれておりません。\n・氏名\n・住所", "住所", JKB_CLAIM_NEGATED },
    { "no card data was taken.", "card", JKB_CLAIM_NEGATED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = make_doc (NULL, cases[i].text, &item);
      const char *place = strstr (doc->normal->text, cases[i].words);
      guint claims = jkb_doc_claims_at (doc, (gsize) (place - doc->normal->text));

      if (claims != cases[i].claims)
        g_test_message ("%s: %s", cases[i].text, cases[i].words);
      g_assert_cmphex (claims, ==, cases[i].claims);
    }
}

/* Lines broken by a margin make one sentence, and a word across the break is found. */
static void
test_broken_lines (void)
{
  g_autoptr(JkbItem) item = NULL;
  g_autoptr(JkbDoc) doc
      = make_doc (NULL, "このたび弊社の担当者が委託先の事務所において再\n発防止に努めます。", &item);
  guint n_hits;

  g_assert_cmpuint (doc->sentences->len, ==, 1);
  jkb_doc_hits (doc, JKB_TERM_CLAIM, jkb_doc_whole (doc), &n_hits);
  g_assert_cmpuint (n_hits, ==, 1);
}

/* Lines, sections and sentences cover any text without holes; every place has its clause. */
static void
test_cover (void)
{
  static const char *const pieces[]
      = { "紛失", "。", "\n", "(", ")", "1.", "・", " ", "しましたが、", "ございません", "経緯", "A", "■" };

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = NULL;
      gsize end = 0;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      doc = make_doc (g_test_rand_bit () ? "題" : NULL, text->str, &item);
      for (guint i = 0; i < doc->sentences->len; i++)
        {
          JkbSpan span = g_array_index (doc->sentences, JkbSentence, i).span;

          g_assert_cmpuint (span.begin, ==, end);
          end = span.end;
        }
      g_assert_cmpuint (end, ==, doc->normal->n_bytes);
      end = 0;
      for (guint i = 0; i < doc->sections->len; i++)
        {
          g_assert_cmpuint (g_array_index (doc->sections, JkbSection, i).span.begin, ==, end);
          end = g_array_index (doc->sections, JkbSection, i).span.end;
        }
      g_assert_cmpuint (end, ==, doc->normal->n_bytes);
      for (gsize i = 0; i < doc->normal->n_bytes; i++)
        {
          JkbSpan clause = jkb_doc_clause_at (doc, i);

          g_assert_cmpuint (clause.begin, <=, i);
          g_assert_cmpuint (clause.end, >, i);
          jkb_doc_claims_at (doc, i);
        }
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  dir = jkb_paths_data_file ("extract");
  lexicon = jkb_lexicon_load (dir, NULL);
  g_assert_nonnull (lexicon);
  g_test_add_func ("/extract/doc/lines", test_lines);
  g_test_add_func ("/extract/doc/sections", test_sections);
  g_test_add_func ("/extract/doc/claims", test_claims);
  g_test_add_func ("/extract/doc/broken-lines", test_broken_lines);
  g_test_add_func ("/extract/doc/cover", test_cover);
  status = g_test_run ();
  jkb_lexicon_free (lexicon);
  return status;
}
