/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that have no form of their own and stand beside words for the part they have: who works for another, who runs
 * something, whom an authority tells what to do.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* 委託先アカネ計算が: the bare name behind the words for one who works for another. */
static void
add_contractors (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (jkb_org_cue_is_contractor (doc, &hits[i]))
      {
        JkbSpan run = jkb_org_bare_after (doc, hits[i].span.end, doc->normal->n_bytes);

        if (jkb_org_is_particle_of_actor (doc->normal->text + run.end))
          jkb_org_bare_add (mentions, doc, names, run, 0);
      }
}

/* 回転ずしを運営するアカネ食堂の: the bare name behind the words for one who runs something. */
static void
add_operators (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_OPERATED_BY)
      {
        JkbSpan run = jkb_org_bare_after (doc, hits[i].span.end, doc->normal->n_bytes);

        if (run.end > run.begin && jkb_org_is_particle_of_actor (doc->normal->text + run.end))
          jkb_org_bare_add (mentions, doc, names, run, 0);
      }
}

/* 甲乙に行政指導, 甲乙に対し業務改善命令: the bare name of whom an authority tells what to do. */
static void
add_told (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  static const char *const orders[] = { "行政指導", "業務改善命令", "業務停止命令", "行政処分", "改善勧告", "是正勧告", "報告徴収" };
  static const char *const links[] = { "に対して", "に対し", "への", "に", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (const char *p = text.bytes; (p = jkb_text_find (p, -1, orders[i])) != NULL; p += strlen (orders[i]))
      {
        gsize at = (gsize) (p - text.bytes), n;

        at -= jkb_text_take_before (&text, at, "「");
        n = jkb_text_take_any_before (&text, at, links);
        if (n > 0)
          jkb_org_bare_add (mentions, doc, names, jkb_org_bare_before (doc, at - n, jkb_org_limit (text.bytes, at - n)), 0);
      }
}

void
jkb_org_parts_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  add_contractors (mentions, doc, names);
  add_operators (mentions, doc, names);
  add_told (mentions, doc, names);
}
