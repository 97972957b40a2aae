/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands around a name and speaks for or against its being the organisation: the place of another, the
 * maker of a thing, a work in quotes, the answer to who was hit.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* A note on what a thing is names its maker within so many bytes. */
#define NOTE_BYTES 240

/* So near to its name it is told whom it employed. */
#define EMPLOYER_BYTES 60

/* 甲乙(名古屋市), 甲乙(本社・大阪市): where it is, not who it is; but 弊社(甲乙商会). */
static gboolean
is_place_in_bracket (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const char *text = doc->normal->text;
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);
  gsize open = mention->span.begin;
  guint n_hits;
  const JkbHit *hits;

  if (mention->shape == JKB_ORG_LEGAL
      || !(text[mention->span.end] == ')' || jkb_text_begins (text + mention->span.end, "。")
           || jkb_text_begins (text + mention->span.end, "、")))
    return FALSE;
  while (open > sentence.begin && text[open] != '(')
    open--;
  if (text[open] != '(' || open == sentence.begin || mention->span.begin - open > 30)
    return FALSE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, (JkbSpan){ open > 12 ? open - 12 : 0, open }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_is_self (doc, &hits[i]) && hits[i].span.end == open)
      return FALSE;
  return TRUE;
}

/* 某市に本社を置く「甲乙」 */
static gboolean
begins_seat (const JkbDoc *doc, gsize at)
{
  static const char *const seats[]
      = { "に拠点を置く", "に本社を置く", "に本店を置く", "に本部を置く", "にある", "に所在する", "に本社がある", "に本社を構える", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take_any (&text, at, seats) > 0;
}

/* 某市の駅前に拠点を置く「甲乙」: where it sits. */
static gboolean
tells_a_seat (const JkbDoc *doc, gsize at)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize end = MIN (jkb_org_sentence_of (doc, at).end, at + 40);

  for (; at < end; at = jkb_text_next (&text, at))
    if (begins_seat (doc, at))
      return TRUE;
  return FALSE;
}

/* 某市の|公共施設予約サイト, 某町の|公式サイト: what only a town or its like has. */
static gboolean
is_public_thing (const char *text, JkbSpan next)
{
  static const char *const things[] = { "サイト", "ページ", "システム", "アプリ", "sns", "アカウント", "窓口" };
  static const char *const begins[] = { "公式", "公共", "新型コロナ", "ワクチン", "接種", "健診", "検診", "給付", "観光", "図書館", "防災", "移住", "ふるさと", "市民", "町民", "県民", "住民",
                                        "選挙", "行政", "施設予約", "電子申請", "学校給食", "給食", "税", "介護", "子育て", "職員採用" };

  static const char *const bodies[] = { "児童相談所", "保健所", "福祉事務所", "土木事務所", "農林事務所", "税事務所", "教育委員会", "水道局",
                                        "消防本部", "選挙管理委員会", "支所", "出張所", NULL };
  static const char *const sites[] = { "ウェブサイト", "webサイト", "ホームページ", "サイト", "hp", "システム", "サーバー", "サーバ", "ネットワーク" };
  const char *p = text + next.begin;
  gboolean is_thing = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    if (next.end - next.begin == strlen (sites[i]) && jkb_text_begins (p, sites[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    is_thing |= jkb_text_find (p, (gssize) (next.end - next.begin), things[i]) != NULL;
  if (jkb_org_ends_with_any (text, next, bodies))
    return TRUE;
  for (guint i = 0; is_thing && i < G_N_ELEMENTS (begins); i++)
    if (jkb_text_begins (p, begins[i]))
      return TRUE;
  return FALSE;
}

/* 某県の保険代理店で, 某県内の不動産会社で, 某県の某市の課長が: a region that says where another one is. */
static gboolean
is_place_of_another (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const regions[] = { "都", "道", "府", "県", "市", "区", "町", "村", NULL };
  static const char *const ends[] = { "店", "社", "業者", "園", "館", "所", "サイト", "メーカー", "市", "町", "村", "企業",
                                      "機関", "大学", "病院", "ホテル", "工場", "旅館", "農場", "牧場", "劇場", "神社", "自治体", "施設", "法人", "団体", "事務所", "銀行", "組合", NULL };
  const char *text = doc->normal->text;
  gsize at = mention->span.end;
  gboolean is_region = FALSE;
  JkbSpan next;

  is_region |= jkb_org_ends_with_any (text, mention->span, regions);
  if (!is_region || mention->shape != JKB_ORG_KIND)
    return FALSE;
  if (begins_seat (doc, at))
    return TRUE;
  if (jkb_text_begins (text + at, "内"))
    at += strlen ("内");
  if (!jkb_text_begins (text + at, "の"))
    return FALSE;
  if (tells_a_seat (doc, at))
    return TRUE;
  at += strlen ("の");
  at += jkb_text_begins (text + at, "「") ? strlen ("「") : 0;
  next = jkb_org_bare_after (doc, at, jkb_org_sentence_of (doc, at).end);
  if (jkb_org_is_generic (text, next) || is_public_thing (text, next))
    return FALSE;                       /* 某市の市立図書館: its own */
  if (jkb_org_bare_name (doc, next).begin > next.begin)
    return TRUE;                        /* 某市の印刷会社甲乙 */
  if (jkb_org_is_proper (doc, next))
    return TRUE;                        /* 某市のアカネシステムズは */
  if (jkb_text_begins (text + next.end, "」") && jkb_org_ends_with (text, next, "センター"))
    return !jkb_org_is_facility (text, next);
  if (jkb_org_ends_with_any (text, next, ends))
    return TRUE;
  return FALSE;
}

/* 作業靴通販サイト without quotes says what is sold, not by whom. */
static gboolean
is_unnamed_shop (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "通販サイト", "ecサイト", "通販ショップ", "ネットショップ", "学習サイト", "会員サイト", "採用サイト", "求人サイト",
                                      "予約サイト", "応募サイト", "販売サイト", "ファンサイト", "配信サービス",
                                      "予約サービス", "決済サービス", "宅配サービス", "クラウドサービス", "見守りサービス", NULL };

  return mention->shape != JKB_ORG_QUOTED && jkb_org_ends_with_any (doc->normal->text, mention->span, ends);
}

/* 番組「…」, 講座「…」, 「…」欄, 「…」という: a work, an event or the name of a field stands in the quotes. */
static gboolean
is_work_in_quotes (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const before[]
      = { "番組", "ドラマ", "映画", "アニメ", "雑誌", "書籍", "システム", "ソフト", "ソフトウェア", "フォルダ", "フォルダー", "ファイル",
          "件名", "題名", "制度", "事業", "講座", "講習会", "イベント", "キャンペーン", "大会", "資料", "文書", "メール", "調査",
          "問題", "法", "計画", "プロジェクト", "ウイルス", "ランサムウェア", "マルウェア", "プラグイン", "クラウド", "フォーム", NULL };
  static const char *const after[]
      = { "」欄", "」という", "」といった", "」と話", "」と説明", "」と謝罪", "」とコメント", "」とし", "」と題", "」の応募",
          "」の参加", "」の申込", "」の出演", "」の視聴", "」を送信", "」を開", "」で送", "」に入力", "」の開催", NULL };
  static const char *const works[] = { "報告書", "計画書", "計画", "活動", "事業", "調査", "要綱", "要領", "講座", "名簿", "一覧", "調査票", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize open = strlen ("「");

  if (mention->shape != JKB_ORG_QUOTED || mention->span.begin < open)
    return FALSE;
  if (jkb_text_take_any (&text, mention->span.end, after) > 0)
    return TRUE;
  if (jkb_org_ends_with_any (text.bytes, mention->span, works))
    return TRUE;
  if (jkb_text_take_any_before (&text, mention->span.begin - open, before) > 0)
    return TRUE;
  return FALSE;
}

/* 甲乙製の機器, 転職先の甲乙, 甲乙を装った: it made the thing, took the man in, was only borrowed. */
static gboolean
is_aside (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const before[]
      = { "利用している", "利用しております", "利用していた", "利用する", "使用している", "使用する", "導入している", "導入する", "採用している", "契約している", "契約する", "同業", "転職先の", "転職先である", "転職先、", "競合の", "競合する", "同業の", "同業他社の", "同業他社である", "取引先の", "出身の", NULL };
  static const char *const after[] = { "製の", "製ルータ", "製vpn", "製品", "製の", "を装", "を騙", "をかた", "になりすま", "の脆弱性", "を行う", "を提供する",
                                       "を手がける", "を手掛ける", "を展開する", "を利用", "を使用", "を導入", "を用い", "が所管する", "所管の", "が管轄する", "が監督する", "が出資する", "が出資した", "の外郭団体", "の名物", "でおなじみ", "で知られる", "の企業", "の会社", "の事業者", "の各社", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize begin = mention->span.begin;

  if (jkb_text_take_any (&text, jkb_org_skip_quote (text.bytes, mention->span.end), after) > 0)
    return TRUE;
  begin -= jkb_text_take_before (&text, begin, "「");
  if (jkb_text_take_any_before (&text, begin, before) > 0)
    return TRUE;
  return FALSE;
}

/* 会員サービス「…」 is one of somebody else more often than 通販サイト「甲乙市場」. */
static gboolean
is_named_service (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const services[] = { "サービス「", "アプリ「", "システム「", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return mention->shape == JKB_ORG_QUOTED && jkb_text_take_any_before (&text, mention->span.begin, services) > 0;
}

/* 通販サイト「甲乙市場」が, 宿泊施設「甲乙」で */
static gboolean
is_named_shop (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const sites[] = { "」ウェブサイト", "」webサイト", "」オンライン", "」公式サイト", "」サイト", NULL };
  static const char *const houses[] = { "施設「", "旅館「", "ホテル「", "取引所「", "交換業の「", "学習塾「", "レストラン「", "スーパー「", "百貨店「", "クラブ「", "劇場「",
                                        "団体「", "法人「", "名物「", "でおなじみの「", "運営元の「", "運営する「", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (mention->shape == JKB_ORG_QUOTED && jkb_text_take_any_before (&text, mention->span.begin, houses) > 0)
    return TRUE;
  if (mention->shape == JKB_ORG_QUOTED && jkb_text_take_any (&text, mention->span.end, sites) > 0)
    return TRUE;
  return mention->shape == JKB_ORG_QUOTED && jkb_org_has_cue_before (doc, mention, JKB_ORG_CUE_TERM_DESCRIPTION);
}

/* 被害に遭ったのは某市の甲乙病院。 */
static gboolean
is_answer (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "。", "だ", "で、", "です", "でした", "だった", "と", "や", "など", "の計", "、", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  if (jkb_text_take_any (&text, jkb_org_skip_bracket (text.bytes, jkb_org_skip_quote (text.bytes, mention->span.end)),
                         ends) == 0)
    return FALSE;
  for (gsize at = sentence.begin; at < mention->span.begin; at++)
    if (jkb_text_take (&text, at, "けたのは") > 0 || jkb_text_take (&text, at, "ったのは") > 0
        || jkb_text_take (&text, at, "れたのは") > 0 || jkb_text_take (&text, at, "したのは") > 0)
      return mention->span.begin - at < 90;
  return FALSE;
}

/* 甲乙製作所社員、丙図書館の…を取得: who employs the one that did it comes after whose data they are. */
static gboolean
employs_the_actor (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const staff[] = { "社員", "従業員", "元社員", "元従業員", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize n = jkb_text_take_any (&text, mention->span.end, staff);

  return n > 0 && jkb_text_take (&text, mention->span.end + n, "、") > 0;
}

/* 甲の子会社乙は…: of two that a sentence names so, the one that it speaks of; in bytes up to the name of the child. */
static gsize
measure_child (const JkbText *text, gsize at)
{
  static const char *const words[] = { "の完全子会社", "の連結子会社", "の子会社", "の孫会社", "のグループ会社", "の関連会社", "の関係会社",
                                       "傘下の", "グループの", NULL };
  gsize n = jkb_text_take_any (text, at, words);

  if (n == 0)
    return 0;
  n += jkb_text_take (text, at + n, "である");
  n += jkb_text_take (text, at + n, "の");
  n += jkb_text_take (text, at + n, "、");
  return n + jkb_text_take (text, at + n, "「");
}

static gboolean
is_parent_of_topic (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = jkb_org_skip_bracket (text.bytes, jkb_org_skip_quote (text.bytes, mention->span.end));
  gsize n = measure_child (&text, at);
  JkbSpan child;

  if (n == 0)
    return FALSE;
  child = jkb_org_bare_after (doc, at + n, jkb_org_sentence_of (doc, at).end);
  at = jkb_org_skip_bracket (text.bytes, jkb_org_skip_quote (text.bytes, child.end));
  return child.end > child.begin && jkb_text_begins (text.bytes + at, "は");
}

/* 100円ショップの甲乙: what it is, before who it is. */
static gboolean
is_description (const JkbDoc *doc, const JkbOrgMention *mention)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, mention->span, &n_hits);

  if (mention->shape == JKB_ORG_LEGAL || mention->shape == JKB_ORG_QUOTED
      || !jkb_text_begins (doc->normal->text + mention->span.end, "の"))
    return FALSE;
  if (jkb_org_has_cue_behind (doc, mention, JKB_ORG_CUE_TERM_OWNS))
    return FALSE;                       /* 甲乙サービスのサーバー: its own */
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_DESCRIPTION && hits[i].span.end == mention->span.end)
      return TRUE;
  return FALSE;
}

static gboolean
begins_sentence (const JkbDoc *doc, const JkbOrgMention *mention)
{
  return mention->span.begin <= jkb_org_sentence_of (doc, mention->span.begin).begin + strlen ("「");
}

/* 男が勤めていた商社の甲乙によると, 催しを主催した甲乙によると: who employed the one that did it, or whose affair it was, tells of
 * its own case. */
static gboolean
is_employer (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const employed[] = { "勤めていた", "勤務していた", "勤務する", "在籍していた", "所属していた", "所属する", "働いていた",
                                          "主催した", "主催する", "開催した", "開いた", "運営する", "運営していた", "管理する", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (gsize at = jkb_org_sentence_of (doc, mention->span.begin).begin; at < mention->span.begin; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, employed) > 0)
      return mention->span.begin - at < EMPLOYER_BYTES;
  return FALSE;
}

gboolean
jkb_org_tells_of_itself (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const says[] = { "によると", "によれば", "によります", NULL };
  static const char *const press[] = { "新聞", "新聞社", "通信", "通信社", "放送", "放送協会", "テレビ", "nhk", "ニュース", "警",
                                       "警察", "警察署", "警視庁", "報道", "専門家", "関係者", "委員会", "機構", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize behind = jkb_org_skip_bracket (text.bytes, jkb_org_skip_quote (text.bytes, mention->span.end));

  if (jkb_text_take_any (&text, behind, says) == 0 || !(begins_sentence (doc, mention) || is_employer (doc, mention)))
    return FALSE;
  if (jkb_org_ends_with_any (text.bytes, mention->span, press))
    return FALSE;
  return TRUE;
}

/* 画面変換サービス(甲乙提供): who made what the speaker uses. */
static gboolean
is_maker_in_bracket (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "提供)", "製)", "開発)", "製造)", "が提供)", "社製)", "製造販売)", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take_any (&text, mention->span.end, ends) > 0;
}

/* (注記)丙フォームとは甲乙が提供する…: a note says what a thing is. */
static gboolean
is_in_note (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const marks[] = { "(注", "※", "注", "*", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan sentence = jkb_org_sentence_of (doc, mention->span.begin);

  return mention->span.begin < sentence.begin + NOTE_BYTES
         && jkb_text_take_any (&text, jkb_text_skip_blanks (&text, sentence.begin, 20), marks) > 0
         && jkb_text_find (text.bytes + sentence.begin, (gssize) (mention->span.begin - sentence.begin), "とは") != NULL;
}

/* 青葉小学校(37名)、若葉小学校(30名): one of several that are counted. */
static gboolean
is_counted (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const counters[] = { "名", "人", "件", "校", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = mention->span.end, digits;

  if (mention->shape == JKB_ORG_LEGAL || jkb_text_take (&text, at, "(") == 0)
    return FALSE;
  for (digits = at + 1; jkb_text_is_digit (&text, digits) || jkb_text_take (&text, digits, ",") > 0;)
    digits++;
  return digits > at + 1 && jkb_text_take_any (&text, digits, counters) > 0;
}

gboolean
jkb_org_is_signed (const JkbDoc *doc, JkbSpan name)
{
  static const char *const titles[] = { " 代表取締役", " 代表理事", " 代表社員", " 理事長", " 院長", " 病院長", " 学長", " 校長", " 園長",
                                        " 館長", " 所長", " 会長", " 社長", " 代表", " 署長", " 副署長", " 事務長", " 店主", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take (&text, name.end, " ") > 0
         && g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, name.begin)).text.begin == name.begin
         && jkb_text_take_any (&text, name.end, titles) > 0;
}

JkbOrgSigns
jkb_org_signs_of_context (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbOrgSigns signs = 0;

  if (is_place_in_bracket (doc, mention) || is_place_of_another (doc, mention))
    signs |= JKB_ORG_SIGN (PLACE);
  if (is_unnamed_shop (doc, mention))
    signs |= JKB_ORG_SIGN (UNNAMED_SHOP);
  if (is_work_in_quotes (doc, mention))
    signs |= JKB_ORG_SIGN (WORK);
  if (is_aside (doc, mention))
    signs |= JKB_ORG_SIGN (ASIDE);
  if (is_maker_in_bracket (doc, mention))
    signs |= JKB_ORG_SIGN (MAKER);
  if (is_counted (doc, mention))
    signs |= JKB_ORG_SIGN (COUNTED);
  if (jkb_org_is_signed (doc, mention->span))
    signs |= JKB_ORG_SIGN (SIGNED);
  if (is_in_note (doc, mention))
    signs |= JKB_ORG_SIGN (NOTE);
  if (is_named_service (doc, mention))
    signs |= JKB_ORG_SIGN (NAMED_SERVICE);
  else if (is_named_shop (doc, mention))
    signs |= JKB_ORG_SIGN (NAMED_SHOP);
  if (is_answer (doc, mention))
    signs |= JKB_ORG_SIGN (ANSWER);
  if (employs_the_actor (doc, mention))
    signs |= JKB_ORG_SIGN (ACTOR_OF_ANOTHER);
  if (is_description (doc, mention))
    signs |= JKB_ORG_SIGN (DESCRIPTION);
  if (is_parent_of_topic (doc, mention))
    signs |= JKB_ORG_SIGN (PARENT);
  return signs;
}
