/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Towns and regions that only say where somebody is who is not named: 青葉県の国立大学で, 霞県浜辺町の病院で.
 */
#include "extract/jkb-org-official.h"

#include "extract/jkb-text-at.h"

/* A town has no more characters. */
#define TOWN_CHARS_MAX 7

/* 霞浜市東区川辺町: a town within a ward is an address. */
static gboolean
is_address (const char *text, JkbSpan span)
{
  const char *ward = jkb_text_find (text + span.begin, (gssize) (span.end - span.begin), "区");
  const char *city = jkb_text_find (text + span.begin, (gssize) (span.end - span.begin), "市");

  return city != NULL && ward != NULL && city < ward && (jkb_org_ends_with (text, span, "町") || jkb_org_ends_with (text, span, "村"));
}

/* 霞県|浜辺町の病院で, 浜辺町の|病院で: @at behind a region, or where one begins; whether only the town of an unnamed house follows. */
static gboolean
leads_to_house_of_town (const JkbText *text, gsize at)
{
  static const char *const houses[] = { "の病院で", "の病院が", "の病院は", "の病院の", "の大学で", "の高校で", "の会社", "の医療法人", "の企業", "の事業所", NULL };
  static const char *const towns[] = { "市", "町", "村", "区", NULL };

  for (guint n = 0; n < TOWN_CHARS_MAX && at < text->n_bytes && text->bytes[at] != '\n'; n++, at = jkb_text_next (text, at))
    {
      gsize n_town = n > 0 ? jkb_text_take_any (text, at, towns) : 0;

      if (n_town > 0)
        return jkb_text_take_any (text, at + n_town, houses) > 0;
    }
  return FALSE;
}

/* 青葉県の|横浜市職員が: the town within the region is who acts. */
static gboolean
begins_with_town (const JkbDoc *doc, gsize at)
{
  static const char *const staff[] = { "市職員", "町職員", "村職員", "区職員", "市は", "町は", "村は", "市が", "町が", "村が", "市で", "町で", "村で", "市教委", "町教委", "市教育委員会",
                                       "町教育委員会", "市立", "町立", "村立", "市役所", "町役場", "村役場", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize n_chars = 0;

  for (; n_chars < 5 && at < text.n_bytes && jkb_text_is_kanji (jkb_text_char (&text, at)); n_chars++, at = jkb_text_next (&text, at))
    if (n_chars > 0 && jkb_text_take_any (&text, at, staff) > 0)
      return TRUE;
  return FALSE;
}

/* 青葉県の国立大学で, 緑川市の通販会社が: only where somebody is who is not named; 静岡・袋井市, as news put it in front. */
static gboolean
is_region_only (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const regions[] = { "県", "府", "都", "道", "市", "町", "村", "区", NULL };
  static const char *const houses[] = { "国立大学", "私立大学", "私立高校", "私立", "民間", "会社", "通販", "印刷会社", "建設会社", "不動産会社", "企業", "医療法人",
                                        "社会福祉法人", "学校法人", "専門学校", "クリニック", "信用金庫", "メーカー", "ホテル", "旅館", "病院で", "病院が", "病院は", "病院の",
                                        "高校で", "中学校で", "小学校で", "大学で", "商社", "歯科医院", NULL };
  static const char *const parts[] = { "東部", "西部", "南部", "北部", "中部", "内", "郊外", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize end = mention->span.end + jkb_text_take_any (&text, mention->span.end, parts);
  gsize dot = strlen ("静岡");
  gboolean is_region = FALSE;

  is_region |= jkb_org_ends_with_any (text.bytes, mention->span, regions);
  if (!is_region)
    return FALSE;
  end += jkb_text_take (&text, end, "の");
  if (jkb_org_ends_with (text.bytes, mention->span, "県") && leads_to_house_of_town (&text, mention->span.end))
    return TRUE;
  if (is_address (text.bytes, mention->span))
    return TRUE;
  for (guint n = 2; n <= 3; n++, dot += strlen ("岡"))
    if (mention->span.begin + dot < mention->span.end && jkb_text_take (&text, mention->span.begin + dot, "・") > 0)
      return TRUE;
  return end > mention->span.end && jkb_text_take_before (&text, end, "の") > 0
         && (jkb_text_take_any (&text, end, houses) > 0 || begins_with_town (doc, end));
}

/* 浜辺町の|病院: a house that has no name of its own. */
static gboolean
is_house_of_a_town (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const links[] = { "市の", "町の", "村の", "区の", "県の", "府の", NULL };
  JkbText text = { doc->normal->text, mention->span.end };

  for (gsize at = mention->span.begin; mention->shape == JKB_ORG_KIND && at < mention->span.end; at = jkb_text_next (&text, at))
    {
      gsize n = jkb_text_take_any (&text, at, links);

      if (n > 0 && jkb_org_is_generic (text.bytes, (JkbSpan){ at + n, mention->span.end }))
        return TRUE;
    }
  return FALSE;
}

gboolean
jkb_org_is_only_where (const JkbDoc *doc, const JkbOrgMention *mention)
{
  return is_region_only (doc, mention) || is_house_of_a_town (doc, mention);
}
