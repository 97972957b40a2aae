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
    { "・氏名\n・住所", "住所", 0 },
    { "2. 流出していない情報\n(1) 氏名\n(2) 住所", "住所", JKB_CLAIM_NEGATED },
    { "個人情報が流出し、悪用は確認されておりません。", "流出", 0 },
    { "個人情報が流出し、悪用された可能性があります。", "流出", JKB_CLAIM_POSSIBLE },
    { "再発防止のため、紛失を防ぐ手順を定めます。", "紛失", JKB_CLAIM_PREVENTION },
    { "近年、不正アクセスが増加しています。", "不正", JKB_CLAIM_GENERAL },
    { "no card data was taken.", "card", JKB_CLAIM_NEGATED },
    { "card data was not taken.", "card", JKB_CLAIM_NEGATED },
    { "the stolen device held names and was not encrypted.", "stolen", 0 },
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

/* 紛失した名簿 is lost, whatever is then denied of it; 漏えいした事実はない denies the leak. */
static void
test_attributes (void)
{
  static const struct
  {
    const char *text, *words;
    guint claims;
  } cases[] = {
    { "紛失した名簿にはお客様の住所や電話番号などは記載されておりません。", "紛失した", 0 },
    { "漏えいした事実はございません。", "漏えいした", JKB_CLAIM_NEGATED },
    { "漏えいした情報はございません。", "漏えいした", JKB_CLAIM_NEGATED },
    { "bccではなくtoに入力しました。", "bccではなく", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = make_doc (NULL, cases[i].text, &item);
      gsize begin = (gsize) (strstr (doc->normal->text, cases[i].words) - doc->normal->text);
      JkbSpan span = { begin, begin + strlen (cases[i].words) };

      g_assert_cmphex (jkb_doc_claims_of (doc, span), ==, cases[i].claims);
    }
}

/* A heading without words of its own keeps the role of the one it stands under, by its mark. */
static void
test_outline (void)
{
  g_autoptr(JkbItem) item = NULL;
  g_autoptr(JkbDoc) doc = make_doc ("題",
                                    "題\n\n■原因\n1. その一\nアです。\n2. その二\nイです。\n"
                                    "■その他\nウです。\n## お客様へのお願い\n### 一\nエです。\n"
                                    "## 二\nオです。\n原因：カの誤りです。\n件数：3件です。\n\nキです。\n"
                                    "【再発防止策】クします。\nお問い合わせ先\nケ課です。",
                                    &item);
  static const struct
  {
    const char *words;
    JkbSectionRole role;
  } cases[] = {
    { "アです", JKB_SECTION_CAUSE },      { "イです", JKB_SECTION_CAUSE },
    { "ウです", JKB_SECTION_BODY },       { "エです", JKB_SECTION_REQUEST },
    { "オです", JKB_SECTION_BODY },       { "カの誤り", JKB_SECTION_CAUSE },
    { "3件です", JKB_SECTION_AFFECTED },  { "キです", JKB_SECTION_BODY },
    { "クします", JKB_SECTION_PREVENTION }, { "ケ課", JKB_SECTION_CONTACT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *place = strstr (doc->normal->text, cases[i].words);
      const JkbSection *section = jkb_doc_section_at (doc, (gsize) (place - doc->normal->text));

      if (section->role != cases[i].role)
        g_test_message ("%s", cases[i].words);
      g_assert_cmpint (section->role, ==, cases[i].role);
    }
}

/* A short line of data is one of a list; the sentence or heading above introduces it. */
static void
test_introduction (void)
{
  g_autoptr(JkbItem) item = NULL;
  g_autoptr(JkbDoc) doc = make_doc (NULL, "対象は次のとおりです。[1]\n\n氏名、電話番号\n・住所\n終わりです。", &item);
  JkbSpan sentence;
  gsize list = (gsize) (strstr (doc->normal->text, "氏名") - doc->normal->text);
  gsize bullet = (gsize) (strstr (doc->normal->text, "住所") - doc->normal->text);
  gsize end = (gsize) (strstr (doc->normal->text, "終わり") - doc->normal->text);

  g_assert_cmpint (g_array_index (doc->lines, JkbLine, 2).kind, ==, JKB_LINE_LIST);
  g_assert_true (jkb_doc_introduction (doc, list, &sentence));
  g_assert_cmpuint (sentence.begin, ==, 0);
  g_assert_cmpuint (sentence.end, >=, strlen ("対象は次のとおりです。[1]"));
  g_assert_true (jkb_doc_introduction (doc, bullet, &sentence));
  g_assert_cmpuint (sentence.begin, ==, 0);
  g_assert_false (jkb_doc_introduction (doc, end, &sentence));
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *text;
    guint n_sentences;
  } cases[] = {
    { "", 1 },
    { "一。二。", 2 },
    { "「一。」二。(三。)", 3 },
    { "silver lantern inc. was hit on jan. 5. it stopped.", 2 },
    { "https://example.jp/?id=1 を閉じた。", 1 },
    { "一。[^1][^2] 二。", 2 },
    { "一行目\n二行目", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = make_doc (NULL, cases[i].text, &item);

      if (doc->sentences->len != cases[i].n_sentences)
        g_test_message ("%s: %u", cases[i].text, doc->sentences->len);
      g_assert_cmpuint (doc->sentences->len, ==, cases[i].n_sentences);
    }
}

/* Notes, noun lines and titles are no broken lines; one that ends in a particle is. */
static void
test_whole_lines (void)
{
  static const struct
  {
    const char *text;
    gboolean goes_on;
  } cases[] = {
    { "当院の患者様の情報が記録された媒体百二十名分\n※住所は含まれておりません。", FALSE },
    { "個人情報を含む書類の紛失に関するお詫びとご報告について\nこのたび紛失しました。", FALSE },
    { "弊社が運営する通信販売のサイトにおいて第三者に\nより改ざんされました。", TRUE },
    { "短い行\n続く行です。", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = make_doc (NULL, cases[i].text, &item);

      if (g_array_index (doc->lines, JkbLine, 0).continues != cases[i].goes_on)
        g_test_message ("%s", cases[i].text);
      g_assert_cmpint (g_array_index (doc->lines, JkbLine, 0).continues, ==, cases[i].goes_on);
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

static void
check_hits (const JkbDoc *doc, JkbSpan within)
{
  for (guint c = 0; c < JKB_N_TERM_CLASSES; c++)
    {
      guint n_hits, n_expected = 0;
      const JkbHit *hits = jkb_doc_hits (doc, c, within, &n_hits);

      for (guint i = 0; i < doc->hits->len; i++)
        {
          const JkbHit *hit = &g_array_index (doc->hits, JkbHit, i);

          if (hit->term->term_class == c && hit->span.begin >= within.begin && hit->span.begin < within.end)
            g_assert_true (&hits[n_expected++] == hit);
        }
      g_assert_cmpuint (n_hits, ==, n_expected);
    }
}

/* What stands at a place is what a search from the beginning finds, in texts of one block and of many. */
static void
test_places (void)
{
  static const char *const parts[] = { "\n", "\n\n", "氏名が漏えいしました。", "(1)原因\n", "なお、流出は確認されておらず、",
                                       "株式会社あかつき", "3月4日に", "120名" };

  for (int round = 0; round < 60; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(JkbItem) item = NULL;
      g_autoptr(JkbDoc) doc = NULL;
      guint line = 0, section = 0, sentence = 0;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      doc = make_doc (NULL, text->str, &item);
      for (gsize at = 0; at <= doc->normal->n_bytes; at++)
        {
          while (line + 1 < doc->lines->len && g_array_index (doc->lines, JkbLine, line + 1).span.begin <= at)
            line++;
          while (section + 1 < doc->sections->len && g_array_index (doc->sections, JkbSection, section + 1).span.begin <= at)
            section++;
          while (sentence + 1 < doc->sentences->len && g_array_index (doc->sentences, JkbSentence, sentence + 1).span.begin <= at)
            sentence++;
          g_assert_cmpuint (jkb_doc_line_at (doc, at), ==, line);
          g_assert_cmpuint (jkb_doc_sentence_at (doc, at), ==, sentence);
          g_assert_true (jkb_doc_section_at (doc, at) == &g_array_index (doc->sections, JkbSection, section));
        }
      check_hits (doc, jkb_doc_whole (doc));
      for (int i = 0; i < 20; i++)
        {
          gsize a = (gsize) g_test_rand_int_range (0, (int) doc->normal->n_bytes + 1);
          gsize b = (gsize) g_test_rand_int_range (0, (int) doc->normal->n_bytes + 1);

          check_hits (doc, (JkbSpan){ MIN (a, b), MAX (a, b) });
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
  g_test_add_func ("/extract/doc/attributes", test_attributes);
  g_test_add_func ("/extract/doc/outline", test_outline);
  g_test_add_func ("/extract/doc/introduction", test_introduction);
  g_test_add_func ("/extract/doc/sentences", test_sentences);
  g_test_add_func ("/extract/doc/whole-lines", test_whole_lines);
  g_test_add_func ("/extract/doc/cover", test_cover);
  g_test_add_func ("/extract/doc/places", test_places);
  status = g_test_run ();
  jkb_lexicon_free (lexicon);
  return status;
}
