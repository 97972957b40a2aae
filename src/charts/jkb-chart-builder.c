/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-chart-builder.h"

#include <math.h>
#include <string.h>

#include "charts/jkb-chart-number.h"

static void
measure (const JkbChartBuilder *builder, const char *text, JkbTextRole role, double *width,
         double *height)
{
  builder->style->measure (text, role, builder->style->scale, width, height,
                           builder->style->user_data);
}

double
jkb_build_width (const JkbChartBuilder *builder, const char *text, JkbTextRole role)
{
  double width, height;

  measure (builder, text, role, &width, &height);
  return width;
}

double
jkb_build_height (const JkbChartBuilder *builder, JkbTextRole role)
{
  double width, height;

  measure (builder, "0", role, &width, &height);
  return height;
}

double
jkb_build_number_width (const JkbChartBuilder *builder, gint64 value, JkbTextRole role)
{
  char number[JKB_CHART_NUMBER_MAX];

  return jkb_build_width (builder, jkb_chart_number_print (value, number), role);
}

JkbChartText *
jkb_build_text (JkbChartBuilder *builder, const char *text, double x, double y, JkbTextRole role,
                JkbTextAnchor anchor, double max_width)
{
  JkbChartText put = { .text = g_strdup (text), .x = x, .y = y, .max_width = max_width,
                       .role = role, .anchor = anchor };

  g_array_append_val (builder->layout->texts, put);
  return &g_array_index (builder->layout->texts, JkbChartText, builder->layout->texts->len - 1);
}

void
jkb_build_number (JkbChartBuilder *builder, gint64 value, double x, double y, JkbTextRole role,
                  JkbTextAnchor anchor)
{
  char number[JKB_CHART_NUMBER_MAX];

  jkb_build_text (builder, jkb_chart_number_print (value, number), x, y, role, anchor, 0);
}

void
jkb_build_line (JkbChartBuilder *builder, double x1, double y1, double x2, double y2,
                JkbLineRole role)
{
  JkbChartLine line = { x1, y1, x2, y2, role };

  g_array_append_val (builder->layout->lines, line);
}

/* ---- lines of running text ---- */

/* Room is what sums leave of it: for the widest text it may be less by the last digit. */
#define ROUNDING 0.01

/* Whether a line may begin with @letter: no mark that closes or joins, no small kana. */
static gboolean
may_begin_line (gunichar letter)
{
  switch (g_unichar_break_type (letter))
    {
    case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
    case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
    case G_UNICODE_BREAK_NON_STARTER:
    case G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER:
    case G_UNICODE_BREAK_EXCLAMATION:
    case G_UNICODE_BREAK_INFIX_SEPARATOR:
    case G_UNICODE_BREAK_COMBINING_MARK:
    case G_UNICODE_BREAK_SPACE:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Between words, and between the letters of languages that have no spaces; a number keeps its unit. */
static gboolean
may_break_between (gunichar before, gunichar after)
{
  if (before == ' ')
    return TRUE;
  if (g_unichar_break_type (before) == G_UNICODE_BREAK_OPEN_PUNCTUATION || g_unichar_isdigit (before))
    return FALSE;
  return (g_unichar_iswide (before) || g_unichar_iswide (after)) && may_begin_line (after);
}

/* Where a reader would pause: behind a word or the dot between words, before a bracket. */
static gboolean
is_pause (gunichar before, gunichar after)
{
  return before == ' ' || g_unichar_break_type (before) == G_UNICODE_BREAK_NON_STARTER
         || g_unichar_break_type (after) == G_UNICODE_BREAK_OPEN_PUNCTUATION;
}

/* Where the first line ends: at the last place to break that still fits, at least one character. */
static const char *
find_line_end (const JkbChartBuilder *builder, const char *text, JkbTextRole role, double width)
{
  const char *fits = NULL;
  const char *at = g_utf8_next_char (text);

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *line = NULL;

      if (!may_break_between (g_utf8_get_char (g_utf8_prev_char (at)), g_utf8_get_char (at)))
        continue;
      line = g_strndup (text, (gsize) (at - text));
      if (jkb_build_width (builder, g_strchomp (line), role) > width + ROUNDING)
        return fits != NULL ? fits : at;
      fits = at;
    }
  if (fits != NULL && jkb_build_width (builder, text, role) > width + ROUNDING)
    return fits;
  return at;
}

void
jkb_build_wrapped (JkbChartBuilder *builder, const char *text, JkbTextRole role)
{
  double width = builder->right - builder->left;

  while (*text != '\0')
    {
      const char *end = find_line_end (builder, text, role, width);
      g_autofree char *line = g_strndup (text, (gsize) (end - text));

      jkb_build_text (builder, g_strchomp (line), builder->left, builder->top, role,
                      JKB_ANCHOR_LEFT, width);
      builder->top += jkb_build_height (builder, role);
      text = end;
    }
}

/* How badly a label is broken at @at: what is cut off is worst, then a break inside a word, then lines of
 * different length. Less than 0 where it cannot be broken. */
static double
get_break_cost (const JkbChartBuilder *builder, const char *label, const char *at, double width)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at)), after = g_utf8_get_char (at);
  g_autofree char *line = NULL;
  double first, second;

  if (!may_break_between (before, after))
    return -1;
  line = g_strndup (label, (gsize) (at - label));
  first = jkb_build_width (builder, g_strchomp (line), JKB_TEXT_LABEL);
  second = jkb_build_width (builder, at, JKB_TEXT_LABEL);
  if (first > width + ROUNDING)
    return -1;
  return 100 * MAX (second - width - ROUNDING, 0) + (is_pause (before, after) ? 0 : width) + fabs (first - second);
}

/* Where a label of two lines is broken; its end when it has one. */
static const char *
find_label_break (const JkbChartBuilder *builder, const char *label, double width)
{
  const char *best = NULL;
  double least = 0;

  if (jkb_build_width (builder, label, JKB_TEXT_LABEL) <= width + ROUNDING)
    return label + strlen (label);
  for (const char *at = g_utf8_next_char (label); *at != '\0'; at = g_utf8_next_char (at))
    {
      double cost = get_break_cost (builder, label, at, width);

      if (cost >= 0 && (best == NULL || cost < least))
        {
          best = at;
          least = cost;
        }
    }
  return best != NULL ? best : find_line_end (builder, label, JKB_TEXT_LABEL, width);
}

void
jkb_build_row_label (JkbChartBuilder *builder, gsize category, double right, double width, double middle)
{
  const char *label = builder->chart->categories[category].label;
  const char *rest = find_label_break (builder, label, width);
  g_autofree char *line = g_strndup (label, (gsize) (rest - label));
  double height = jkb_build_height (builder, JKB_TEXT_LABEL);
  double y = *rest != '\0' ? middle - height : middle - height / 2;

  jkb_build_text (builder, g_strchomp (line), right, y, JKB_TEXT_LABEL, JKB_ANCHOR_RIGHT, width);
  if (*rest != '\0')
    jkb_build_text (builder, rest, right, y + height, JKB_TEXT_LABEL, JKB_ANCHOR_RIGHT, width);
}

double
jkb_build_pitch (const JkbChartBuilder *builder, double wanted, double label_width)
{
  for (gsize i = 0; i < builder->chart->n_categories; i++)
    if (*find_label_break (builder, builder->chart->categories[i].label, label_width) != '\0')
      return MAX (wanted, 2 * jkb_build_height (builder, JKB_TEXT_LABEL) + 4 * builder->unit);
  return wanted;
}

/* ---- marks ---- */

void
jkb_build_mark (JkbChartBuilder *builder, JkbChartMark mark, const char *category,
                const char *layer)
{
  const char *colon = builder->chart->words->colon;
  char value[JKB_CHART_NUMBER_MAX];

  jkb_chart_number_print (mark.value, value);
  mark.label = layer != NULL ? g_strconcat (category, ", ", layer, colon, value, NULL)
                             : g_strconcat (category, colon, value, NULL);
  g_array_append_val (builder->layout->marks, mark);
}

gint64
jkb_build_scale_end (gint64 largest, gint64 largest_apart)
{
  if (largest == 0 || largest_apart <= 2 * largest)
    return MAX (largest, largest_apart);
  return largest;
}

void
jkb_build_cut (JkbChartBuilder *builder, const JkbChartRect *bar)
{
  gboolean is_bar = jkb_chart_lies (builder->chart);
  double size = 10 * builder->unit;
  JkbChartCut cut = { *bar, is_bar };

  if (is_bar)
    {
      cut.rect.x = bar->x + 0.75 * bar->width - size / 2;
      cut.rect.width = size;
    }
  else
    {
      cut.rect.y = bar->y + 0.25 * bar->height - size / 2;
      cut.rect.height = size;
    }
  g_array_append_val (builder->layout->cuts, cut);
}

/* The first and the last part of a stack are touched by all that lies before and behind them. */
static void
stretch_targets (JkbChartBuilder *builder, guint first, const JkbChartRect *band)
{
  GArray *marks = builder->layout->marks;
  gboolean is_bar = jkb_chart_lies (builder->chart);
  JkbChartRect *low, *high;

  if (first == marks->len)
    return;
  low = &g_array_index (marks, JkbChartMark, first).target;
  high = &g_array_index (marks, JkbChartMark, marks->len - 1).target;
  if (is_bar)
    {
      low->width += low->x - band->x;
      low->x = band->x;
      high->width = band->x + band->width - high->x;
    }
  else
    {
      low->height = band->y + band->height - low->y;
      high->height += high->y - band->y;
      high->y = band->y;
    }
}

/* What is not known looks so in charts without layers as well. */
static int
get_fill (const JkbChart *chart, const JkbChartTerm *term, gsize layer)
{
  return term->is_apart && !chart->is_layered ? JKB_FILL_UNKNOWN : chart->layers[layer].fill;
}

void
jkb_build_stack (JkbChartBuilder *builder, gsize category, double base, double per_case,
                 double across, double thickness, const JkbChartRect *band)
{
  const JkbChart *chart = builder->chart;
  const JkbChartTerm *term = &chart->categories[category];
  guint first = builder->layout->marks->len;

  for (gsize i = 0; i < chart->n_layers; i++)
    {
      gint64 value = jkb_chart_count (chart, category, i);
      double length = (double) value * per_case;
      JkbChartMark mark = {
        .kind = term->is_apart ? JKB_CHART_MARK_UNKNOWN : JKB_CHART_MARK_CATEGORY,
        .category = term->key,
        .layer = chart->is_layered ? chart->layers[i].key : -1,
        .value = value,
        .total = jkb_chart_category_total (chart, category),
        .fill = get_fill (chart, term, i),
      };

      if (value == 0)
        continue;
      if (jkb_chart_lies (chart))
        {
          mark.rect = (JkbChartRect){ base, across, length, thickness };
          mark.target = (JkbChartRect){ base, band->y, length, band->height };
        }
      else
        {
          mark.rect = (JkbChartRect){ across, base + length, thickness, -length };
          mark.target = (JkbChartRect){ band->x, base + length, band->width, -length };
        }
      jkb_build_mark (builder, mark, term->label,
                      chart->is_layered ? chart->layers[i].label : NULL);
      base += length;
    }
  stretch_targets (builder, first, band);
}

/* ---- rows ---- */

double
jkb_build_label_width (const JkbChartBuilder *builder, double share)
{
  double widest = 0;

  for (gsize i = 0; i < builder->chart->n_categories; i++)
    widest = MAX (widest, jkb_build_width (builder, builder->chart->categories[i].label,
                                           JKB_TEXT_LABEL));
  return MIN (ceil (widest), share * (builder->right - builder->left)) + 8 * builder->unit;
}

static double
get_gap_before (const JkbChart *chart, gsize category)
{
  return category > 0 && chart->categories[category].is_apart && !chart->categories[category - 1].is_apart
             ? 0.5
             : 0;
}

double
jkb_build_row (const JkbChart *chart, gsize category)
{
  double row = (double) category;

  for (gsize i = 0; i <= category; i++)
    row += get_gap_before (chart, i);
  return row;
}

double
jkb_build_n_rows (const JkbChart *chart)
{
  return chart->n_categories > 0 ? jkb_build_row (chart, chart->n_categories - 1) + 1 : 0;
}
