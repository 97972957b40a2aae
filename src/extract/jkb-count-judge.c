/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 件 counts data as well as inquiries, 名 the persons whose data leaked as well as those who sent the
 * mail, so the words around a figure decide:
 *
 *   - behind, the head of the phrase: 32人のメールアドレス, 10件のお問い合わせ, 3,870件が送信
 *   - in front, with nothing but particles between: 学生52名, 個人情報約24.6万件
 *   - else what the sentence is about, or the section that it stands in
 */
#include "extract/jkb-count-judge.h"

#include <string.h>

#include "extract/jkb-count-judge-private.h"

#define N_PHRASE 48                     /* bytes of a phrase behind 名の */
#define N_DENIAL 36                     /* bytes between what is denied and its negation */
#define N_CUES 16                       /* words of a clause that are looked at */
#define N_OPENING 4                     /* bytes of a sentence that opens with its figure: 31名(101件) */
#define N_ROW ((gsize) 4000)            /* bytes of a line within which a table shows a border */
#define N_FAR 120                       /* bytes in front that may name what is counted */

/* A bracket behind a full stop, …です。(3,775件), belongs to the sentence before it. */
static JkbSpan
sentence_of (const JkbJudge *self, const JkbFigure *figure)
{
  return jkb_count_sentence (self->doc, figure);
}

/* ---------------------------------------------------------------- nouns */

static JkbJudgeNoun
nearest_noun_before (const JkbJudge *self, JkbSpan within, gsize at)
{
  static const JkbTermClass classes[] = { JKB_TERM_COUNT_NOUN, JKB_TERM_DATA_ITEM };
  static const char *const papers[] = { "票", "簿", "台帳", "名簿", "一覧", NULL };  /* 相談受付票: no consultation */
  JkbJudgeNoun best = { -1, G_MAXSIZE };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint n_hits;
      const JkbHit *hits = jkb_doc_hits (self->doc, classes[i], within, &n_hits);

      while (n_hits > 0 && hits[n_hits - 1].span.end > at)
        n_hits--;
      if (n_hits == 0 || at - hits[n_hits - 1].span.end >= best.distance)
        continue;
      best.distance = at - hits[n_hits - 1].span.end;
      best.noun = classes[i] == JKB_TERM_DATA_ITEM || jkb_text_take_any (&self->text, hits[n_hits - 1].span.end, papers) > 0
                      ? (int) JKB_COUNT_NOUN_TERM_DATA
                      : hits[n_hits - 1].term->value;
    }
  return best;
}

/* The phrase that の leads to: up to a comma or the end of the sentence. */
static JkbSpan
phrase_behind (const JkbJudge *self, gsize at, gsize sentence_end)
{
  static const char *const leads[] = { "の", "分の", "全員の", "全員分の", "に係る", "に関する", "にかかる", "に関わる", "に対する",
                                       "におよぶ", "に及ぶ", "にのぼる", "に上る", NULL };
  gsize begin = at + jkb_text_take (&self->text, at, "**");
  gsize lead, end;

  begin += jkb_text_take (&self->text, begin, ")");
  if (jkb_text_take (&self->text, begin, "("))
    for (gsize i = begin; i < MIN (begin + N_PHRASE, sentence_end); i++)
      if (self->text.bytes[i] == ')')
        {
          begin = i + 1;
          break;
        }
  lead = jkb_text_take_any (&self->text, begin, leads);
  if (lead == 0)
    return (JkbSpan){ begin, begin };
  begin += lead;
  for (end = begin; end < MIN (begin + N_PHRASE, sentence_end);)
    {
      if (jkb_text_take (&self->text, end, "、") || jkb_text_take (&self->text, end, "。"))
        break;
      end = jkb_text_next (&self->text, end);
    }
  return (JkbSpan){ begin, end };
}

/* 3万件のメールアドレス宛に: that many mails, no leak of addresses. */
static gboolean
is_address_of_mail (const JkbJudge *self, gsize at)
{
  static const char *const words[] = { "宛", "あて", "に宛", "に対して送", "に送信", "へ送信", "に迷惑", "に不審", NULL };

  return jkb_text_take_any (&self->text, at, words) > 0;
}

/* 事業者データ: what the first noun only describes. */
static gboolean
is_compound (const JkbJudge *self, const JkbHit *nouns, guint n_nouns)
{
  static const char *const heads[] = { "データ", "情報", "名簿", NULL };

  return (n_nouns > 1 && nouns[1].span.begin <= nouns[0].span.end && nouns[1].span.end > nouns[0].span.end
          && nouns[1].term->value == JKB_COUNT_NOUN_TERM_DATA)
         || jkb_text_take_any (&self->text, nouns[0].span.end, heads) > 0;
}

/* Data anywhere in the phrase decide, else its first noun. */
static int
find_noun_behind (const JkbJudge *self, JkbSpan phrase)
{
  guint n_nouns, n_items;
  const JkbHit *nouns = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, phrase, &n_nouns);

  jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM, phrase, &n_items);
  if (n_nouns > 0 && nouns[0].span.begin == phrase.begin && !is_compound (self, &nouns[0], n_nouns)
      && (nouns[0].term->value == JKB_COUNT_NOUN_TERM_EVENT
          || nouns[0].term->value == JKB_COUNT_NOUN_TERM_MESSAGE
          || nouns[0].term->value == JKB_COUNT_NOUN_TERM_THING))
    return nouns[0].term->value;
  for (guint i = 0; i < n_nouns; i++)
    if (nouns[i].term->value == JKB_COUNT_NOUN_TERM_DATA)
      return is_address_of_mail (self, nouns[i].span.end) ? JKB_COUNT_NOUN_TERM_MESSAGE
                                                          : JKB_COUNT_NOUN_TERM_DATA;
  if (n_items > 0 || (n_nouns > 0 && is_compound (self, &nouns[0], n_nouns)))
    return JKB_COUNT_NOUN_TERM_DATA;
  return n_nouns > 0 ? nouns[0].term->value : -1;
}

static gboolean
has_exposure (const JkbJudge *self, JkbSpan within)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_EXPOSURE, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value != JKB_EXPOSURE_TERM_HARM && hits[i].term->value != JKB_EXPOSURE_TERM_NONE)
      return TRUE;
  return jkb_count_find_act (self->doc, within, JKB_COUNT_ACT_TERM_AFFECTED) != NULL;
}

/* ---------------------------------------------------------------- what it counts */

/* 写し 37件(氏名、住所): what the bracket lists was in it. */
static gboolean
lists_data (const JkbJudge *self, const JkbFigure *figure, gsize sentence_end)
{
  const char *close;
  guint n_items;

  if (!jkb_text_take (&self->text, figure->span.end, "("))
    return FALSE;
  close = memchr (self->text.bytes + figure->span.end, ')', sentence_end - figure->span.end);
  if (close == NULL)
    return FALSE;
  jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM,
                (JkbSpan){ figure->span.end, (gsize) (close - self->text.bytes) }, &n_items);
  return n_items > 0;
}

/* Q. 何件ですか。 / A. …合わせて2,933件です。 */
static gboolean
answers_how_many (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const questions[] = { "何件", "何人", "何名", "件数は", "人数は", "どのくらい", "どれくらい" };

  for (guint i = figure->sentence; i-- > 0 && i + 3 > figure->sentence;)
    {
      JkbSpan span = g_array_index (self->doc->sentences, JkbSentence, i).span;
      gsize n = MIN (span.end - span.begin, N_FAR);

      for (guint j = 0; j < G_N_ELEMENTS (questions); j++)
        if (jkb_text_find (self->text.bytes + span.begin, (gssize) n, questions[j]) != NULL)
          return TRUE;
    }
  return FALSE;
}

/* …が流出した。 / 31名(101件): a sentence that opens with its figure goes on with the one before. */
static gboolean
goes_on_exposure (const JkbJudge *self, const JkbFigure *figure, JkbSpan sentence)
{
  gsize begin = jkb_text_skip_blanks (&self->text, MAX (sentence.begin, self->last_end), 8);

  if (answers_how_many (self, figure))
    return TRUE;
  if (figure->span.begin > begin + N_OPENING)
    return FALSE;
  for (guint i = figure->sentence; i-- > 0 && i + 3 > figure->sentence;)
    if (has_exposure (self, g_array_index (self->doc->sentences, JkbSentence, i).span))
      return TRUE;                      /* a line end may be a sentence of its own between */
  return FALSE;
}

/* Each figure asks, so that an endless line is not looked through to its end. */
static gboolean
is_table_row (const JkbJudge *self, const JkbLine *line)
{
  gsize n_bytes = MIN (line->text.end - line->text.begin, N_ROW);

  return memchr (self->text.bytes + line->text.begin, '|', n_bytes) != NULL;
}

static JkbAround
look_around (const JkbJudge *self, const JkbFigure *figure)
{
  JkbSpan sentence = sentence_of (self, figure);
  JkbSpan before = jkb_count_words_before (self->doc, figure, self->last_end);
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, figure->line);
  JkbSectionRole role = jkb_doc_section_at (self->doc, figure->span.begin)->role;
  JkbAround around = { .sentence = sentence };

  around.before = nearest_noun_before (self, before, figure->span.begin);
  around.behind = find_noun_behind (self, phrase_behind (self, figure->span.end, sentence.end));
  if (around.behind == JKB_COUNT_NOUN_TERM_EVENT && jkb_text_take (&self->text, figure->span.end, ")") > 0)
    around.behind = -1;                 /* メールアドレス(6,350件)の漏えい: counted is what stands before the bracket */
  if (around.behind < 0 && lists_data (self, figure, sentence.end))
    around.behind = JKB_COUNT_NOUN_TERM_DATA;
  around.is_near = around.before.noun >= 0 && around.before.distance <= JKB_COUNT_NEAR_BYTES;
  around.has_cue = has_exposure (self, sentence) || goes_on_exposure (self, figure, sentence);
  around.is_in_list = role == JKB_SECTION_AFFECTED || line->kind == JKB_LINE_LIST || is_table_row (self, line)
                      || jkb_judge_is_below_persons (self, line->text.begin);
  return around;
}

/* それぞれ42~1万1841件: between what the shares of several lie. */
static gboolean
ends_range_of_shares (const JkbJudge *self, gsize at)
{
  gsize range = jkb_text_take_before (&self->text, at, "~");

  for (at -= range; range > 0 && at > 0 && g_ascii_isdigit (self->text.bytes[at - 1]);)
    at--;
  return range > 0 && jkb_text_take_before (&self->text, at, "それぞれ") > 0;
}

/* 1日約900人, 年間約4万件: how many in a time. Behind a digit it is a day or a span: 11日, 3年間. */
static gboolean
is_rate (const JkbJudge *self, gsize at)
{
  static const char *const times[] = { "1日", "一日", "1日に", "年間", "月間", "1時間に", "週に", "毎年", "毎日", NULL };

  for (const char *const *word = times; *word != NULL; word++)
    {
      gsize n = jkb_text_take_before (&self->text, at, *word);

      if (n > 0 && !jkb_text_is_digit (&self->text, at - n - 1) && jkb_text_take_before (&self->text, at - n, "月") == 0)
        return TRUE;
    }
  return FALSE;
}

/* グループ毎(最大49件まで): how many at a time, not how many in all. */
static gboolean
is_share_of_each (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const each_behind[] = { "あたり", "当たり", "につき", NULL };
  static const char *const each[] = { "毎", "ごと", "あたり", "当たり", "につき", "1回", "一回", "単位", NULL };
  gsize at = figure->span.begin;

  if (ends_range_of_shares (self, at) || is_rate (self, at) || jkb_text_take_any (&self->text, figure->span.end, each_behind) > 0
      || (figure->value == 1 && jkb_text_is_digit (&self->text, figure->span.end)))
    return TRUE;                        /* 1人当たり, 1人500円 */
  at -= jkb_text_take_before (&self->text, at, "(");
  at -= jkb_text_take_before (&self->text, at, "に");
  if (jkb_text_take_any_before (&self->text, at, each) > 0)
    return TRUE;
  return FALSE;
}

/* (参照:別の病院、約1万3000人の…): the figure of another matter, named in brackets. */
static gboolean
is_in_reference (const JkbJudge *self, const JkbFigure *figure)
{
  static const char *const words[] = { "参照", "関連", "参考", "出典", "引用", "過去", NULL };
  gsize begin = g_array_index (self->doc->lines, JkbLine, figure->line).text.begin;
  gsize at = figure->span.begin;

  begin = MAX (begin, at > N_FAR * 2 ? at - N_FAR * 2 : 0);
  while (at > begin && self->text.bytes[at - 1] != '(' && self->text.bytes[at - 1] != ')')
    at--;
  return at > begin && self->text.bytes[at - 1] == '(' && jkb_text_take_any (&self->text, at, words) > 0;
}

/* Sections in which figures are never of this incident, and sentences about no event. */
static gboolean
is_out_of_place (const JkbJudge *self, const JkbFigure *figure)
{
  switch (jkb_doc_section_at (self->doc, figure->span.begin)->role)
    {
    case JKB_SECTION_REQUEST:
    case JKB_SECTION_PREVENTION:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
      return TRUE;
    case JKB_SECTION_BODY:
    case JKB_SECTION_TITLE:
    case JKB_SECTION_COURSE:
    case JKB_SECTION_CAUSE:
    case JKB_SECTION_AFFECTED:
    case JKB_SECTION_RESPONSE:
    case JKB_N_SECTION_ROLES:
    default:
      return (jkb_doc_clause_claims_at (self->doc, figure->span.begin) & JKB_CLAIM_GENERAL) != 0;
    }
}

/* 流出したが、悪用は…: what is denied behind が is another thing. */
static gboolean
turns_between (const JkbJudge *self, gsize begin, gsize end)
{
  static const char *const turns[] = { "たが", "るが", "すが", "ものの", "一方", "悪用", "二次", NULL };

  for (; begin < end; begin = jkb_text_next (&self->text, begin))
    if (jkb_text_take_any (&self->text, begin, turns))
      return TRUE;
  return FALSE;
}

static gboolean
is_negated_soon (const JkbJudge *self, gsize at, gsize sentence_end)
{
  guint n_hits;
  const JkbHit *hits
      = jkb_doc_hits (self->doc, JKB_TERM_CLAIM, (JkbSpan){ at, MIN (at + N_DENIAL, MAX (at, sentence_end)) }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_CLAIM_TERM_NEGATED)
      return !turns_between (self, at, hits[i].span.begin);
  return FALSE;
}

/* The first word behind the figure that tells of data that got out; words that tell of harm, or little by
 * themselves, do not count. Returns its end, 0 when there is none. */
static gsize
find_first_exposure (const JkbJudge *self, JkbSpan behind)
{
  static const JkbTermClass classes[] = { JKB_TERM_COUNT_ACT, JKB_TERM_EXPOSURE };
  JkbSpan first = { G_MAXSIZE, 0 };

  for (gsize c = 0; c < G_N_ELEMENTS (classes); c++)
    {
      guint n_hits;
      const JkbHit *hits = jkb_doc_hits (self->doc, classes[c], behind, &n_hits);

      for (guint i = 0; i < n_hits && i < N_CUES; i++)
        {
          const JkbTerm *term = hits[i].term;
          gboolean tells = classes[c] == JKB_TERM_COUNT_ACT
                               ? term->value == JKB_COUNT_ACT_TERM_AFFECTED && term->weight >= 1
                               : term->value != JKB_EXPOSURE_TERM_HARM && term->weight >= 1;

          if (!tells || hits[i].span.begin > first.begin)
            continue;
          first = hits[i].span;
        }
    }
  return first.end;
}

/* 42名分、氏名、性別の情報で、住所は…: another topic begins, and what is denied is said of that. */
static gboolean
turns_topic (const JkbJudge *self, gsize begin, gsize end)
{
  static const char *const ends[] = { "情報で、", "データで、", "などで、", "等で、", "名で、", "人で、", "件で、", "分で、", NULL };

  begin -= MIN (begin, strlen ("名分"));
  for (; begin < end; begin = jkb_text_next (&self->text, begin))
    {
      gsize n = jkb_text_take_any (&self->text, begin, ends);

      if (n > 0 && g_strstr_len (self->text.bytes + begin + n, (gssize) (end - MIN (end, begin + n)), "は") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* 2,726名の情報は含まれておりません: the very thing is denied, not some harm beside it. */
static gboolean
is_denied (const JkbJudge *self, const JkbFigure *figure, gsize sentence_end)
{
  static const char *const effects[] = { "に影響", "への影響", "には影響", NULL };
  JkbSpan clause = jkb_doc_clause_at (self->doc, figure->span.begin);
  gsize effect = jkb_text_take_any (&self->text, figure->span.end, effects);
  gsize exposure
      = find_first_exposure (self, (JkbSpan){ figure->span.end, MAX (clause.end, figure->span.end) });

  if (effect > 0)
    return is_negated_soon (self, figure->span.end + effect, sentence_end);
  return exposure > 0 && !turns_topic (self, figure->span.end, exposure) && is_negated_soon (self, exposure, sentence_end);
}

/* At most @n_bytes behind the figure, up to the next comma or figure of a list. */
JkbSpan
jkb_judge_behind (const JkbJudge *self, const JkbFigure *figure, const JkbAround *around, gsize n_bytes)
{
  gsize end = figure->span.end;

  while (end < MIN (figure->span.end + n_bytes, around->sentence.end)
         && !(end > figure->span.end && jkb_text_take (&self->text, end, "、"))
         && !jkb_text_is_digit (&self->text, end))
    end = jkb_text_next (&self->text, end);
  return (JkbSpan){ figure->span.end, end };
}

const JkbHit *
jkb_count_find_act (const JkbDoc *doc, JkbSpan within, JkbCountActTerm act)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_COUNT_ACT, within, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) act)
      return &hits[i];
  return NULL;
}

JkbSpan
jkb_count_sentence (const JkbDoc *doc, const JkbFigure *figure)
{
  JkbSpan span = g_array_index (doc->sentences, JkbSentence, figure->sentence).span;

  if (figure->sentence > 0 && doc->normal->text[span.begin] == '('
      && figure->span.begin <= span.begin + JKB_COUNT_NEAR_BYTES)
    span.begin = g_array_index (doc->sentences, JkbSentence, figure->sentence - 1).span.begin;
  return span;
}

JkbSpan
jkb_count_words_before (const JkbDoc *doc, const JkbFigure *figure, gsize last_end)
{
  gsize begin = jkb_count_sentence (doc, figure).begin;
  const char *text = doc->normal->text;

  begin = MIN (MAX (begin, last_end), figure->span.begin);
  if (figure->span.begin > begin + N_FAR)
    begin = figure->span.begin - N_FAR;
  while (((guchar) text[begin] & 0xc0) == 0x80)
    begin--;
  return (JkbSpan){ begin, figure->span.begin };
}

void
jkb_count_judge (const JkbDoc *doc, gsize last_end, JkbUnitTerm unit, JkbFigure *figure)
{
  JkbJudge whole = { doc, { doc->normal->text, doc->normal->n_bytes }, last_end };
  const JkbJudge *self = &whole;
  JkbAround around = look_around (self, figure);

  jkb_judge_decide (figure, JKB_FIGURE_OTHER, 0.9);
  jkb_judge_note_base (self, figure, around.sentence);
  if (figure->flags & JKB_FIGURE_BASE || is_out_of_place (self, figure) || jkb_judge_tells_size (self, figure, around.sentence)
      || is_share_of_each (self, figure) || is_in_reference (self, figure) || is_denied (self, figure, around.sentence.end))
    return;
  switch (unit)
    {
    case JKB_UNIT_TERM_PEOPLE:
      jkb_judge_people (self, figure, &around);
      break;
    case JKB_UNIT_TERM_PEOPLE_DATA:
      if ((!around.is_near || around.before.noun != JKB_COUNT_NOUN_TERM_ACTOR || around.behind == JKB_COUNT_NOUN_TERM_DATA)
          && !jkb_judge_is_owner (self, figure))
        jkb_judge_decide (figure, JKB_FIGURE_PEOPLE,
                          around.has_cue || around.is_in_list || figure->flags & JKB_FIGURE_TITLE || around.behind == JKB_COUNT_NOUN_TERM_DATA ? JKB_FIGURE_OF_DATA : 0.7);
      break;
    case JKB_UNIT_TERM_RECORDS:
      jkb_judge_records (self, figure, &around);
      break;
    case JKB_UNIT_TERM_ACCOUNTS:
      jkb_judge_accounts (self, figure, &around);
      break;
    case JKB_UNIT_TERM_SENT:
      if (jkb_count_find_act (self->doc, around.sentence, JKB_COUNT_ACT_TERM_SENDING) != NULL)
        jkb_judge_decide (figure, JKB_FIGURE_SENT, 0.85);
      jkb_judge_papers (self, figure, &around);
      break;
    case JKB_UNIT_TERM_OTHER:
    default:
      jkb_judge_papers (self, figure, &around);
      break;
    }
}

