/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cause of an incident. Each word of the class type speaks for one type with its weight
 *
 *     weight × place × claim
 *
 * where `place` says how much the section tells of the cause (title and cause more than the body;
 * requests, prevention, contact nothing) and `claim` is 0 for what is denied, asked for or planned
 * and less than 1 for what is only possible. A word that is there again adds a quarter, three times
 * at most, so that length does not decide.
 *
 * A type is only as good as its cause is specific. Five rules settle what the sums cannot:
 *   - 不正アクセス names the way, not the cause: it yields to any cause that is named (SPECIFIC_MIN);
 *   - card data that no shop keeps (the code on the card), or that a changed page sent away, were
 *     skimmed: what speaks for web skimming then counts more once an intrusion is told. Card data that
 *     got out of a shop, and no more, were taken from where they were kept;
 *   - what could be read, or was stolen, after an intrusion is what came of it (weights below NAMED_WEIGHT);
 *   - a site that could not be reached is what came of another cause, where one is told;
 *   - a vulnerability is the means, and yields to what was done with it (skimming, malware,
 *     defacement), as defacement does to skimming.
 */
#include "extract/jkb-read-type.h"

#include "extract/jkb-data-denial.h"
#include "extract/jkb-text-at.h"

#define SPECIFIC_MIN 2.8        /* a named cause in a plain sentence, or a hint in a good place */
#define GENERIC_MAX 3.5         /* what words of no cause can come to */
#define NAMED_WEIGHT 4.0        /* a word of this weight names the cause by itself */
#define FURTHER_MIN 3.2         /* least sum of a further type … */
#define FURTHER_SHARE 0.3       /* … and its share of the first */
#define REPEAT 0.25
#define REPEATS_MAX 3
#define PLACES_MAX 4            /* most facts of one type */
#define SKIMMING_BONUS 2.0
#define SKIMMING_UNTOLD_MAX 2.0 /* card data got out, and nothing says that they were caught on their way */
#define INTRUSION_MIN 2.0       /* an intrusion that is told plainly */
#define CONSEQUENCE_SHARE 0.2
#define GUESS_WEIGHT_MIN 0.8    /* a verb, of which a cause may be guessed */

typedef struct
{
  const JkbHit *hit;
  double score;
} Place;

typedef struct
{
  double sum;
  double named;                 /* of it by words that name the cause */
  GArray *places;               /* (nullable): Place; NULL where there is none */
} TypeScore;

static double
weigh_section (const JkbSection *section)
{
  static const double weights[JKB_N_SECTION_ROLES] = {
    [JKB_SECTION_BODY] = 1.0,    [JKB_SECTION_TITLE] = 1.7,   [JKB_SECTION_COURSE] = 1.1,
    [JKB_SECTION_CAUSE] = 1.7,   [JKB_SECTION_AFFECTED] = 0.7, [JKB_SECTION_RESPONSE] = 0.4,
    [JKB_SECTION_REQUEST] = 0.0, [JKB_SECTION_PREVENTION] = 0.0, [JKB_SECTION_CONTACT] = 0.0,
    [JKB_SECTION_ABOUT] = 0.0,
  };

  return weights[section->role];
}

static double
weigh_claims (guint claims)
{
  if (claims & JKB_CLAIMS_NO_EVENT)
    return 0.0;
  return claims & JKB_CLAIM_POSSIBLE ? 0.7 : 1.0;
}

static double
weigh_hit (const JkbDoc *doc, const JkbHit *hit)
{
  double place = weigh_section (jkb_doc_section_at (doc, hit->span.begin));

  if (place == 0.0 || jkb_doc_is_of_another (doc, hit->span.begin))
    return 0.0;
  return hit->term->weight * place * weigh_claims (jkb_doc_claims_of (doc, hit->span));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->hit->span.begin != y->hit->span.begin)
    return x->hit->span.begin < y->hit->span.begin ? -1 : 1;
  return 0;
}

/* The best place of a term counts whole, further ones a quarter. Places are sorted, best first. */
static void
sum_places (TypeScore *type)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_sort (type->places, compare_places);
  for (guint i = 0; i < type->places->len; i++)
    {
      const Place *place = &g_array_index (type->places, Place, i);
      guint n_seen = GPOINTER_TO_UINT (g_hash_table_lookup (seen, place->hit->term));
      double share = n_seen == 0 ? 1.0 : n_seen <= REPEATS_MAX ? REPEAT : 0.0;

      g_hash_table_insert (seen, (gpointer) place->hit->term, GUINT_TO_POINTER (n_seen + 1));
      type->sum += place->score * share;
      if (place->hit->term->weight >= NAMED_WEIGHT)
        type->named += place->score * share;
    }
}

static void
collect (const JkbDoc *doc, TypeScore *types)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_TYPE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      TypeScore *type = &types[hits[i].term->value];
      Place place = { &hits[i], weigh_hit (doc, &hits[i]) };

      if (place.score <= 0.0)
        continue;
      if (type->places == NULL)
        type->places = g_array_new (FALSE, FALSE, sizeof (Place));
      g_array_append_val (type->places, place);
    }
  for (int t = 0; t < JKB_N_TYPES; t++)
    if (types[t].places != NULL)
      sum_places (&types[t]);
}

/* Data of that kind are spoken of as concerned. */
static gboolean
tells_of_data (const JkbDoc *doc, JkbDataItem kind)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) kind && weigh_section (jkb_doc_section_at (doc, hits[i].span.begin)) > 0.0
        && weigh_claims (jkb_data_claims_of (doc, &hits[i])) > 0.0)
      return TRUE;
  return FALSE;
}

static void
settle_skimming (const JkbDoc *doc, TypeScore *types, gboolean is_intrusion, gboolean is_handling)
{
  TypeScore *skimming = &types[JKB_TYPE_WEB_SKIMMING];
  gboolean is_altered = types[JKB_TYPE_WEB_DEFACEMENT].sum > 0.0;
  gboolean has_code = tells_of_data (doc, JKB_DATA_CARD_CVV);
  gboolean is_told = is_altered ? has_code || tells_of_data (doc, JKB_DATA_CARD_NUMBER)
                                : has_code && types[JKB_TYPE_VULNERABILITY_EXPLOIT].named == 0.0;

  if (skimming->sum == 0.0)
    return;
  if (skimming->named == 0.0 && is_intrusion && !is_told)
    skimming->sum = MIN (skimming->sum, SKIMMING_UNTOLD_MAX);
  else if (is_intrusion && !is_handling)
    skimming->sum *= SKIMMING_BONUS;
  if (skimming->named == 0.0 && !is_intrusion)
    skimming->sum *= 0.5;
  /* プログラムが改ざんされ, and card data got out: that is why it was done. */
  if (is_altered && !is_handling && is_told)
    skimming->sum = MAX (skimming->sum, NAMED_WEIGHT);
}

/* 侵入され、閲覧できる状態だった, 侵入され、名簿が盗まれた: once an intrusion is told, what could be read or was
 * stolen is what came of it, unless words name the mistake or the thing. */
static void
settle_consequences (TypeScore *types)
{
  static const JkbIncidentType consequences[] = { JKB_TYPE_MISCONFIGURATION_EXPOSURE, JKB_TYPE_THEFT_PHYSICAL };

  /* ウイルスに感染し、迷惑メールが送信された */
  if (types[JKB_TYPE_MALWARE_RANSOMWARE].named >= SPECIFIC_MIN && types[JKB_TYPE_PHISHING_ACCOUNT_TAKEOVER].named == 0.0)
    types[JKB_TYPE_PHISHING_ACCOUNT_TAKEOVER].sum *= CONSEQUENCE_SHARE;
  if (types[JKB_TYPE_UNAUTHORIZED_ACCESS].sum < INTRUSION_MIN)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (consequences); i++)
    if (types[consequences[i]].named == 0.0)
      types[consequences[i]].sum *= CONSEQUENCE_SHARE;
}

/* アクセスが集中, つながりにくい状態: what came of many a cause, or of none; it yields to any that is told, unless the flood is named. */
static void
settle_denial (TypeScore *types)
{
  TypeScore *denial = &types[JKB_TYPE_DENIAL_OF_SERVICE];
  gboolean is_other = types[JKB_TYPE_UNAUTHORIZED_ACCESS].sum >= INTRUSION_MIN;

  for (int t = 1; t < JKB_N_TYPES; t++)
    is_other |= t != JKB_TYPE_DENIAL_OF_SERVICE && types[t].named > 0.0;
  if (denial->named == 0.0 && is_other)
    denial->sum *= CONSEQUENCE_SHARE;
}

static void
settle (const JkbDoc *doc, TypeScore *types)
{
  TypeScore *generic = &types[JKB_TYPE_UNAUTHORIZED_ACCESS];
  TypeScore *skimming = &types[JKB_TYPE_WEB_SKIMMING];
  gboolean is_intrusion = generic->sum > 0.0 || types[JKB_TYPE_VULNERABILITY_EXPLOIT].sum > 0.0
                          || types[JKB_TYPE_WEB_DEFACEMENT].sum > 0.0;
  gboolean is_handling = types[JKB_TYPE_MISDELIVERY].named > 0.0
                         || types[JKB_TYPE_LOST_MEDIA_DEVICE].named > 0.0
                         || types[JKB_TYPE_INSIDER_MISUSE].named > 0.0;

  settle_consequences (types);
  settle_denial (types);
  settle_skimming (doc, types, is_intrusion, is_handling);
  if (skimming->sum >= NAMED_WEIGHT)
    types[JKB_TYPE_WEB_DEFACEMENT].sum *= 0.4;
  if (skimming->sum >= NAMED_WEIGHT || types[JKB_TYPE_MALWARE_RANSOMWARE].named >= SPECIFIC_MIN
      || types[JKB_TYPE_WEB_DEFACEMENT].sum >= SPECIFIC_MIN)
    types[JKB_TYPE_VULNERABILITY_EXPLOIT].sum *= 0.5;
  if (generic->named == 0.0)
    generic->sum = MIN (generic->sum, GENERIC_MAX);
}

static gboolean
is_better (const TypeScore *types, int a, int b)
{
  /* Whatever is specific enough goes before the generic way in, unless that one is named. */
  if (b == JKB_TYPE_UNAUTHORIZED_ACCESS && types[b].named == 0.0 && types[a].sum >= SPECIFIC_MIN)
    return TRUE;
  if (a == JKB_TYPE_UNAUTHORIZED_ACCESS && types[a].named == 0.0 && types[b].sum >= SPECIFIC_MIN)
    return FALSE;
  return types[a].sum > types[b].sum;
}

static int
find_best (const TypeScore *types)
{
  int best = JKB_TYPE_UNKNOWN;

  for (int t = 1; t < JKB_N_TYPES; t++)
    if (types[t].sum > 0.0 && (best == JKB_TYPE_UNKNOWN || is_better (types, t, best)))
      best = t;
  return best;
}

/* What is told to have become of the data, of which a cause may be guessed; %JKB_TYPE_UNKNOWN: any. */
static int
guess_from (const JkbHit *hit)
{
  static const char *const shown[] = { "表示", "公開", "掲載", "掲示", "ダウンロード", "載せ", "貼り出", NULL };
  const JkbText term = { hit->term->text, strlen (hit->term->text) };

  switch (hit->term->value)
    {
    case JKB_EXPOSURE_TERM_READABLE:
      return JKB_TYPE_MISCONFIGURATION_EXPOSURE;
    case JKB_EXPOSURE_TERM_SENT:
      return JKB_TYPE_MISDELIVERY;
    case JKB_EXPOSURE_TERM_LOST:
      return JKB_TYPE_LOST_MEDIA_DEVICE;
    case JKB_EXPOSURE_TERM_HANDLED:
      return jkb_text_take_any (&term, 0, shown) > 0 ? JKB_TYPE_MISCONFIGURATION_EXPOSURE : JKB_TYPE_UNKNOWN;
    default:
      return JKB_TYPE_UNKNOWN;
    }
}

/* 知人に渡していた, 元社員が送信した: not by mistake. */
static gboolean
is_on_purpose (const JkbDoc *doc, JkbSpan sentence)
{
  static const char *const words[] = { "知人", "友人", "元社員", "元職員", "元従業員", "元教諭", "業者に", "名簿業", "私的", "私用", "自ら", "自分の", "自身の", "個人的", "逮捕",
                                       "依頼を受け", "頼まれ", "見返り", "報道機関", "記者", "議員", "団体に", "処分", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_holds_any (&text, sentence.begin, sentence.end, words);
}

/* No word names a cause: 氏名が別の人の画面に表示されていた says by itself how it came about, as long as it speaks of data of
 * persons. Returns the first such word; what could be read goes before what was sent or lost. */
static const JkbHit *
find_guess (const JkbDoc *doc)
{
  guint n_hits, n_near;
  const JkbHit *first = NULL;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      JkbSpan sentence;

      if (guess_from (&hits[i]) == JKB_TYPE_UNKNOWN || hits[i].term->weight < GUESS_WEIGHT_MIN
          || weigh_section (jkb_doc_section_at (doc, hits[i].span.begin)) < 1.0
          || weigh_claims (jkb_doc_claims_of (doc, hits[i].span)) == 0.0 || jkb_doc_is_of_another (doc, hits[i].span.begin))
        continue;
      sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hits[i].span.begin)).span;
      if (hits[i].term->value == JKB_EXPOSURE_TERM_SENT && is_on_purpose (doc, sentence))
        continue;
      jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, sentence, &n_near);
      if (n_near == 0)
        jkb_doc_hits (doc, JKB_TERM_PERSON_DATA, sentence, &n_near);
      if (n_near > 0 && (first == NULL || guess_from (first) != JKB_TYPE_MISCONFIGURATION_EXPOSURE))
        first = first == NULL || guess_from (&hits[i]) == JKB_TYPE_MISCONFIGURATION_EXPOSURE ? &hits[i] : first;
    }
  return first;
}

static void
add_type (const JkbDoc *doc, JkbItem *item, int type, const TypeScore *score, double confidence)
{
  const char *nick = jkb_word_nick (JKB_WORDS_TYPE, type);

  for (guint i = 0; score->places != NULL && i < MIN (score->places->len, PLACES_MAX); i++)
    {
      const Place *place = &g_array_index (score->places, Place, i);

      jkb_doc_add (doc, item, jkb_fact_new (JKB_FIELD_INCIDENT_TYPE, nick, place->hit->span,
                                            "type-words", confidence));
    }
}

/* How far the best is ahead of the next, and whether any word names it. */
static double
judge (const TypeScore *types, int best)
{
  double next = 0.0;

  for (int t = 1; t < JKB_N_TYPES; t++)
    if (t != best && t != JKB_TYPE_UNAUTHORIZED_ACCESS)
      next = MAX (next, types[t].sum);
  if (types[best].sum < 1.5)
    return 0.4;
  return CLAMP (0.55 + 0.43 * (types[best].sum - next) / (types[best].sum + next), 0.5, 0.98);
}

/* A further cause is one that is named; the way in alone is none. */
static gboolean
is_further (const TypeScore *types, int type, int best)
{
  if (type == best || type == JKB_TYPE_UNAUTHORIZED_ACCESS)
    return FALSE;
  return types[type].named >= FURTHER_MIN && types[type].sum >= FURTHER_MIN
         && types[type].sum >= FURTHER_SHARE * types[best].sum;
}

/* Nothing names the cause that is best, or it is what came of any. */
static gboolean
is_weak (const TypeScore *types, int best)
{
  return best == JKB_TYPE_UNKNOWN || (best == JKB_TYPE_DENIAL_OF_SERVICE && types[best].named == 0.0);
}

void
jkb_read_type (const JkbDoc *doc, JkbItem *item)
{
  TypeScore types[JKB_N_TYPES] = { { 0 } };
  const JkbHit *guess;
  int best;

  collect (doc, types);
  settle (doc, types);
  best = find_best (types);
  guess = is_weak (types, best) ? find_guess (doc) : NULL;
  if (guess != NULL)
    jkb_doc_add (doc, item, jkb_fact_new (JKB_FIELD_INCIDENT_TYPE, jkb_word_nick (JKB_WORDS_TYPE, guess_from (guess)),
                                          guess->span, "type-by-exposure", 0.4));
  else if (best != JKB_TYPE_UNKNOWN)
    {
      add_type (doc, item, best, &types[best], judge (types, best));
      for (int t = 1; t < JKB_N_TYPES; t++)
        if (is_further (types, t, best))
          add_type (doc, item, t, &types[t], 0.6);
    }
  for (int t = 0; t < JKB_N_TYPES; t++)
    g_clear_pointer (&types[t].places, g_array_unref);
}
