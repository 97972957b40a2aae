/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sections and what they are about. A heading says so by its words; the term that weighs most
 * decides. A heading that says nothing keeps the role of the heading it stands under, which is told
 * by its mark: marks of one kind (`1.`, `(1)`, `■`, two `#`) are siblings, and a kind that was not
 * seen since the last of another kind stands below it.
 *
 * A line may carry its heading in front: `【原因】…`, `原因：…`. The first goes on up to the next heading, the
 * second up to the next such line, blank line or heading.
 */
#include <string.h>

#include "extract/jkb-doc-private.h"
#include "extract/jkb-text-at.h"

#define DEPTH_MAX 8             /* deeper headings count as siblings of the deepest */
#define LABEL_BYTES_MAX 60      /* a longer stretch before a colon is no heading */
#define LIST_BYTES_MAX 150      /* a longer line of data is a sentence */
#define PLAIN_BYTES_MAX 60      /* a longer line without a mark is no heading … */
#define ROLE_WEIGHT_MIN 1.0     /* … and so is one whose words say too little */
#define PLAIN_LINE_SHARE 3      /* the words that say so are at least one in so many of its bytes */

typedef struct
{
  JkbDoc *doc;
  guint32 marks[DEPTH_MAX];             /* kinds of the headings that are open, outermost first */
  JkbSectionRole roles[DEPTH_MAX];
  guint depth;
  gboolean in_label;                    /* the section was opened by `原因：` */
} Outline;

/* 連絡先電話番号: the words of a longer one for data, and not those of a heading. */
static gboolean
is_in_data_item (const JkbDoc *doc, JkbSpan heading, JkbSpan words)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, heading, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].span.begin <= words.begin && hits[i].span.end > words.end)
      return TRUE;
  return FALSE;
}

static const JkbHit *
find_role (const JkbDoc *doc, JkbSpan heading)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_SECTION, heading, &n_hits);
  const JkbHit *best = NULL;

  for (guint i = 0; i < n_hits; i++)
    if ((best == NULL || hits[i].term->weight > best->term->weight) && !is_in_data_item (doc, heading, hits[i].span))
      best = &hits[i];
  return best;
}

/* 氏名/連絡先/住所: a joint of a list within the line. */
static gboolean
has_joint (const JkbDoc *doc, JkbSpan span)
{
  static const char *const joints[] = { "、", "/", "・" };
  const char *text = doc->normal->text + span.begin;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (jkb_text_find (text, (gssize) (span.end - span.begin), joints[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gsize
count_data_bytes (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, span, &n_hits);
  gsize n_bytes = 0;

  for (guint i = 0; i < n_hits; i++)
    n_bytes += hits[i].span.end - hits[i].span.begin;
  return n_bytes;
}

/* ---------------------------------------------------------------- lines by their words */

/* `(1)氏名`, `住所、電話番号`: a line of a list, though it has the looks of a heading or of text. */
static gboolean
is_data_line (const JkbDoc *doc, const JkbLine *line)
{
  gsize length = line->text.end - line->text.begin;
  const JkbHit *role;

  if (line->kind != JKB_LINE_HEADING && line->kind != JKB_LINE_TEXT)
    return FALSE;
  if (line->continues || length > LIST_BYTES_MAX || jkb_doc_ends_sentence (doc, line->text))
    return FALSE;
  role = find_role (doc, line->text);
  if (count_data_bytes (doc, line->text) * 3 < length)
    return FALSE;
  return role == NULL || role->term->weight < ROLE_WEIGHT_MIN     /* 住所、緊急連絡先: none of whom to ask */
         || has_joint (doc, line->text);
}

/* `お問い合わせ先` with no mark and no blank line around. */
static gboolean
is_plain_heading (const JkbDoc *doc, guint index)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, index);
  gsize length = line->text.end - line->text.begin;
  const JkbHit *role;

  if (line->kind != JKB_LINE_TEXT || line->continues || index == 0 || line[-1].continues
      || length > PLAIN_BYTES_MAX || jkb_doc_ends_sentence (doc, line->text)
      || jkb_text_find (doc->normal->text + line->text.begin, (gssize) length, "、") != NULL
      || jkb_text_find (doc->normal->text + line->text.begin, (gssize) length, ":") != NULL)
    return FALSE;
  role = find_role (doc, line->text);
  return role != NULL && role->term->weight >= ROLE_WEIGHT_MIN
         && (role->span.end - role->span.begin) * PLAIN_LINE_SHARE >= length;
}

static void
tell_lines_by_words (JkbDoc *doc)
{
  for (guint i = 0; i < doc->lines->len; i++)
    {
      JkbLine *line = &g_array_index (doc->lines, JkbLine, i);

      if (is_data_line (doc, line))
        line->kind = JKB_LINE_LIST;
      else if (is_plain_heading (doc, i))
        line->kind = JKB_LINE_HEADING;
    }
}

/* ---------------------------------------------------------------- outline */

/* The kind of the mark that a heading begins with: its character, or how many `#`, or digits. */
static guint32
read_mark (const JkbDoc *doc, const JkbLine *line)
{
  const char *p = doc->normal->text + line->span.begin;
  const char *words = doc->normal->text + line->text.begin;
  guint32 n = 0;

  while (p < words && (*p == ' ' || *p == '\t'))
    p++;
  if (p == words)
    return 0;
  while (p + n < words && p[n] == '#')
    n++;
  if (n > 0)
    return n;
  return g_ascii_isdigit (*p) ? '1' : g_utf8_get_char (p);
}

static JkbSectionRole
role_above (const Outline *outline)
{
  return outline->depth > 0 ? outline->roles[outline->depth - 1] : JKB_SECTION_BODY;
}

/* Closes the headings that are siblings of one with @mark or stand below them. */
static void
close_to (Outline *outline, guint32 mark)
{
  for (guint i = 0; i < outline->depth; i++)
    if (outline->marks[i] == mark
        || (mark <= 6 && mark > 0 && outline->marks[i] > mark && outline->marks[i] <= 6))
      outline->depth = i;
}

/* 内容 under 漏えいした情報 is still about those data. */
static gboolean
has_role_above (const Outline *outline)
{
  return role_above (outline) != JKB_SECTION_BODY;
}

static JkbSectionRole
enter_heading (Outline *outline, const JkbLine *line)
{
  guint32 mark = read_mark (outline->doc, line);
  const JkbHit *role = find_role (outline->doc, line->text);

  close_to (outline, mark);
  if (outline->depth == DEPTH_MAX)
    outline->depth--;
  outline->marks[outline->depth] = mark;
  outline->roles[outline->depth] = role != NULL && (role->term->weight >= ROLE_WEIGHT_MIN || !has_role_above (outline))
                                       ? (JkbSectionRole) role->term->value
                                       : role_above (outline);
  outline->depth++;
  return role_above (outline);
}

/* ---------------------------------------------------------------- sections */

static void
open_section (JkbDoc *doc, gsize begin, JkbSpan heading, JkbSectionRole role)
{
  JkbSection section = { { begin, doc->normal->n_bytes }, heading, role };

  if (doc->sections->len > 0)
    g_array_index (doc->sections, JkbSection, doc->sections->len - 1).span.end = begin;
  g_array_append_val (doc->sections, section);
}

/* What is in no heading: a comma, a stop, an address. */
static gboolean
is_no_heading_at (const char *p)
{
  if (*p == '/')
    return p[1] == '/';
  return *p == *"、" && (jkb_text_begins (p, "、") || jkb_text_begins (p, "。"));
}

/* `X】…` after its opening bracket, or `X:…`; the span of X, empty when there is none. */
static JkbSpan
find_label (const JkbDoc *doc, const JkbLine *line, gboolean *has_colon)
{
  const char *p = doc->normal->text + line->text.begin;
  gsize length = MIN (line->text.end - line->text.begin, LABEL_BYTES_MAX), bracket = G_MAXSIZE, colon = G_MAXSIZE;
  gboolean is_closed = jkb_text_begins (p, "】");

  for (gsize i = 0; i < length && bracket == G_MAXSIZE && !is_no_heading_at (p + i); i++)
    if (p[i] == ':')
      colon = MIN (colon, i);
    else if (!is_closed && i + strlen ("】") <= length && jkb_text_begins (p + i, "】"))
      bracket = i;
  *has_colon = bracket == G_MAXSIZE;
  if (*has_colon)
    bracket = colon;
  return bracket > 0 && bracket < G_MAXSIZE ? (JkbSpan){ line->text.begin, line->text.begin + bracket } : JKB_SPAN_NONE;
}

/* A line with a heading in front opens a section, or closes the one that such a line opened. */
static void
read_label (Outline *outline, const JkbLine *line)
{
  gboolean has_colon = FALSE;
  JkbSpan label = find_label (outline->doc, line, &has_colon);
  const JkbHit *role = label.end > label.begin ? find_role (outline->doc, label) : NULL;

  if (role != NULL && role->term->weight >= ROLE_WEIGHT_MIN)
    {
      open_section (outline->doc, line->span.begin, label, (JkbSectionRole) role->term->value);
      outline->in_label = has_colon;
    }
  else if (outline->in_label && (line->kind == JKB_LINE_BLANK || label.end > label.begin))
    {
      open_section (outline->doc, line->span.begin, JKB_SPAN_NONE, role_above (outline));
      outline->in_label = FALSE;
    }
}

static void
read_line (Outline *outline, JkbLine *line)
{
  if (line->kind == JKB_LINE_HEADING)
    {
      JkbSectionRole role = enter_heading (outline, line);

      open_section (outline->doc, line->span.begin, line->text, role);
      outline->in_label = FALSE;
    }
  else
    read_label (outline, line);
  if (outline->doc->sections->len == 0)
    open_section (outline->doc, 0, JKB_SPAN_NONE, JKB_SECTION_BODY);
  line->section = outline->doc->sections->len - 1;
}

/* The title is a section of its own, unless it is a sentence. */
static gboolean
is_title (const JkbDoc *doc, guint line)
{
  return line - doc->title_line < doc->n_title_lines
         && !jkb_doc_ends_sentence (doc, g_array_index (doc->lines, JkbLine, line).text);
}

static void
enter_title (JkbDoc *doc, guint index)
{
  JkbLine *line = &g_array_index (doc->lines, JkbLine, index);

  if (index == doc->title_line)
    open_section (doc, line->span.begin, line->text, JKB_SECTION_TITLE);
  line->section = doc->sections->len - 1;
  if (index + 1 < doc->lines->len && !is_title (doc, index + 1))
    open_section (doc, line[1].span.begin, JKB_SPAN_NONE, JKB_SECTION_BODY);
}

void
jkb_doc_cut_sections (JkbDoc *doc)
{
  Outline outline = { .doc = doc };

  tell_lines_by_words (doc);
  for (guint i = 0; i < doc->lines->len; i++)
    if (is_title (doc, i))
      enter_title (doc, i);
    else
      read_line (&outline, &g_array_index (doc->lines, JkbLine, i));
  g_array_index (doc->sections, JkbSection, 0).span.begin = 0;
}
