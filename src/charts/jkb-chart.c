/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-chart.h"

#include <string.h>

#include "charts/jkb-chart-number.h"
#include "charts/jkb-chart-private.h"

static JkbChart *
new_chart (JkbChartKind kind, const JkbChartInfo *info)
{
  JkbChart *self = g_new0 (JkbChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->name = g_strdup (info->name);
  self->title = g_strdup (info->title);
  self->basis = g_strdup (info->basis);
  self->filter = g_strdup (info->filter);
  self->source = g_strdup (info->source);
  self->values = g_strdup (info->values);
  self->empty = g_strdup (info->empty);
  self->words = info->words;
  return self;
}

/* ---- which rows and columns stay, and in which order ---- */

typedef struct
{
  const JkbChartTerm *categories;
  const gint64 *counts;
  gsize n_layers;
} Input;

static gint64
add_row (const Input *input, gsize category)
{
  gint64 sum = 0;

  for (gsize layer = 0; layer < input->n_layers; layer++)
    sum += input->counts[category * input->n_layers + layer];
  return sum;
}

/* Sorts those apart to the end; with a total to sort by, the largest first. */
typedef struct
{
  gsize index;
  gint64 total;
  gboolean is_apart;
} Place;

static int
compare_places (gconstpointer pa, gconstpointer pb)
{
  const Place *a = pa, *b = pb;

  if (a->is_apart != b->is_apart)
    return a->is_apart ? 1 : -1;
  if (a->total != b->total)
    return a->total > b->total ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

static GArray *
place_categories (const Input *input, gsize n_categories, JkbChartKind kind)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (gsize i = 0; i < n_categories; i++)
    {
      Place place = { i, add_row (input, i), input->categories[i].is_apart };

      if (place.total == 0 && (kind != JKB_CHART_COLUMNS || place.is_apart))
        continue;
      if (kind != JKB_CHART_BARS)
        place.total = 0;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static GArray *
place_layers (const Input *input, gsize n_categories)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize layer = 0; layer < input->n_layers; layer++)
    for (gsize i = 0; i < n_categories; i++)
      if (input->counts[i * input->n_layers + layer] > 0)
        {
          g_array_append_val (places, layer);
          break;
        }
  return places;
}

static void
take_terms (JkbChart *self, const Input *input, const GArray *places, const JkbChartLayer *layers,
            const GArray *layer_places)
{
  self->n_categories = places->len;
  self->n_layers = layer_places->len;
  self->categories = g_new0 (JkbChartTerm, MAX (self->n_categories, 1));
  self->layers = g_new0 (JkbChartLayer, MAX (self->n_layers, 1));
  for (gsize i = 0; i < self->n_categories; i++)
    {
      self->categories[i] = input->categories[g_array_index (places, Place, i).index];
      self->categories[i].label = g_strdup (self->categories[i].label);
    }
  for (gsize i = 0; i < self->n_layers; i++)
    {
      self->layers[i] = layers[g_array_index (layer_places, gsize, i)];
      self->layers[i].label = g_strdup (self->layers[i].label);
    }
}

static JkbChart *
new_counted (JkbChartKind kind, const JkbChartInfo *info, const JkbChartTerm *categories,
             gsize n_categories, const JkbChartLayer *layers, gsize n_layers,
             const gint64 *counts)
{
  JkbChart *self = new_chart (kind, info);
  Input input = { categories, counts, n_layers };
  g_autoptr(GArray) places = place_categories (&input, n_categories, kind);
  g_autoptr(GArray) layer_places = place_layers (&input, n_categories);

  self->is_layered = n_layers > 1;
  take_terms (self, &input, places, layers, layer_places);
  self->counts = g_new0 (gint64, MAX (self->n_categories * self->n_layers, 1));
  for (gsize i = 0; i < self->n_categories; i++)
    for (gsize j = 0; j < self->n_layers; j++)
      {
        gint64 count = counts[g_array_index (places, Place, i).index * n_layers
                              + g_array_index (layer_places, gsize, j)];

        self->counts[i * self->n_layers + j] = count;
        self->total += count;
      }
  return self;
}

JkbChart *
jkb_chart_new_bars (const JkbChartInfo *info, const JkbChartTerm *categories, gsize n_categories,
                    const JkbChartLayer *layers, gsize n_layers, const gint64 *counts)
{
  g_return_val_if_fail (info != NULL && info->words != NULL && n_layers > 0, NULL);

  return new_counted (JKB_CHART_BARS, info, categories, n_categories, layers, n_layers, counts);
}

JkbChart *
jkb_chart_new_columns (const JkbChartInfo *info, const JkbChartTerm *categories,
                       gsize n_categories, const JkbChartLayer *layers, gsize n_layers,
                       const gint64 *counts)
{
  g_return_val_if_fail (info != NULL && info->words != NULL && n_layers > 0, NULL);

  return new_counted (JKB_CHART_COLUMNS, info, categories, n_categories, layers, n_layers, counts);
}

JkbChart *
jkb_chart_new_heat_map (const JkbChartInfo *info, const JkbChartTerm *categories,
                        gsize n_categories, const JkbChartLayer *layers, gsize n_layers,
                        const gint64 *counts)
{
  g_return_val_if_fail (info != NULL && info->words != NULL && n_layers > 0, NULL);

  return new_counted (JKB_CHART_HEAT_MAP, info, categories, n_categories, layers, n_layers,
                      counts);
}

JkbChart *
jkb_chart_new_histogram (const JkbChartInfo *info, const JkbHistogram *histogram)
{
  JkbChart *self;

  g_return_val_if_fail (info != NULL && info->words != NULL && histogram != NULL, NULL);

  self = new_chart (JKB_CHART_HISTOGRAM, info);
  self->histogram = *histogram;
  self->total = histogram->n_known + histogram->n_unknown;
  return self;
}

JkbChart *
jkb_chart_new_spans (const JkbChartInfo *info, const JkbChartTerm *categories, gsize n_categories,
                     const JkbChartSpan *spans, gint64 n_cases)
{
  JkbChart *self;

  g_return_val_if_fail (info != NULL && info->words != NULL, NULL);

  self = new_chart (JKB_CHART_SPANS, info);
  self->categories = g_new0 (JkbChartTerm, MAX (n_categories, 1));
  self->spans = g_new0 (JkbChartSpan, MAX (n_categories, 1));
  for (gsize i = 0; i < n_categories; i++)
    if (spans[i].n > 0)
      {
        self->categories[self->n_categories] = categories[i];
        self->categories[self->n_categories].label = g_strdup (categories[i].label);
        self->spans[self->n_categories++] = spans[i];
      }
  self->total = n_cases;
  return self;
}

/* A row of @self from one that was given. */
static void
take_pair (JkbChart *self, const JkbChartTerm *term, const gint64 *counts)
{
  JkbChartTerm *to = &self->categories[self->n_categories];

  *to = *term;
  to->label = g_strdup (term->label);
  for (gsize side = 0; side < 2; side++)
    {
      self->counts[self->n_categories * 2 + side] = counts[side];
      self->total += MAX (counts[side], 0);
    }
  self->n_categories++;
}

JkbChart *
jkb_chart_new_pairs (const JkbChartInfo *info, const JkbChartTerm *categories, gsize n_categories,
                     const JkbChartLayer *sides, const gint64 *totals, const gint64 *counts)
{
  JkbChart *self;

  g_return_val_if_fail (info != NULL && info->words != NULL && sides != NULL && totals != NULL, NULL);

  self = new_chart (JKB_CHART_PAIRS, info);
  self->categories = g_new0 (JkbChartTerm, MAX (n_categories, 1));
  self->counts = g_new0 (gint64, MAX (2 * n_categories, 1));
  self->layers = g_memdup2 (sides, 2 * sizeof *sides);
  self->n_layers = 2;
  self->is_layered = TRUE;
  for (gsize side = 0; side < 2; side++)
    {
      self->layers[side].label = g_strdup (sides[side].label);
      self->side_totals[side] = totals[side];
    }
  for (int apart = FALSE; apart <= TRUE; apart++)
    for (gsize i = 0; i < n_categories; i++)
      if (categories[i].is_apart == apart)
        take_pair (self, &categories[i], counts + 2 * i);
  return self;
}

JkbChart *
jkb_chart_ref (JkbChart *chart)
{
  g_atomic_ref_count_inc (&chart->ref_count);
  return chart;
}

void
jkb_chart_unref (JkbChart *chart)
{
  if (!g_atomic_ref_count_dec (&chart->ref_count))
    return;
  for (gsize i = 0; i < chart->n_categories; i++)
    g_free ((char *) chart->categories[i].label);
  for (gsize i = 0; i < chart->n_layers; i++)
    g_free ((char *) chart->layers[i].label);
  g_free (chart->categories);
  g_free (chart->layers);
  g_free (chart->counts);
  g_free (chart->name);
  g_free (chart->title);
  g_free (chart->basis);
  g_free (chart->filter);
  g_free (chart->source);
  g_free (chart->values);
  g_free (chart->empty);
  g_free (chart->spans);
  g_free (chart);
}

JkbChartKind
jkb_chart_get_kind (const JkbChart *chart)
{
  return chart->kind;
}

const char *
jkb_chart_get_name (const JkbChart *chart)
{
  return chart->name;
}

const char *
jkb_chart_get_title (const JkbChart *chart)
{
  return chart->title;
}

const char *
jkb_chart_get_basis (const JkbChart *chart)
{
  return chart->basis;
}

gint64
jkb_chart_get_total (const JkbChart *chart)
{
  return chart->total;
}

gint64
jkb_chart_category_total (const JkbChart *chart, gsize category)
{
  gint64 sum = 0;

  for (gsize layer = 0; layer < chart->n_layers; layer++)
    sum += jkb_chart_count (chart, category, layer);
  return sum;
}

gint64
jkb_chart_largest_total (const JkbChart *chart, gboolean apart)
{
  gint64 largest = 0;

  for (gsize i = 0; i < chart->n_categories; i++)
    if (chart->categories[i].is_apart == apart)
      largest = MAX (largest, jkb_chart_category_total (chart, i));
  return largest;
}

char *
jkb_chart_pair_figure (const JkbChart *chart, gsize category, gsize side)
{
  gint64 count = jkb_chart_count (chart, category, side);
  g_autofree char *share = jkb_chart_number_share (count, chart->side_totals[side]);
  char number[JKB_CHART_NUMBER_MAX];

  return count == JKB_CHART_NOT_GIVEN
             ? NULL
             : g_strdup_printf ("%s (%s)", share, jkb_chart_number_print (count, number));
}

char *
jkb_chart_bin_label (int bin)
{
  char from[JKB_CHART_NUMBER_MAX], to[JKB_CHART_NUMBER_MAX];

  jkb_chart_number_print (jkb_histogram_bin_from (bin), from);
  if (bin == JKB_HISTOGRAM_N_BINS - 1)
    return g_strconcat (from, "–", NULL);
  jkb_chart_number_print (jkb_histogram_bin_from (bin + 1) - 1, to);
  return g_strconcat (from, "–", to, NULL);
}

gboolean
jkb_chart_bin_range (const JkbChart *chart, int *first, int *last)
{
  *first = JKB_HISTOGRAM_N_BINS;
  *last = -1;
  for (int bin = 0; bin < JKB_HISTOGRAM_N_BINS; bin++)
    if (chart->histogram.bins[bin] > 0)
      {
        *first = MIN (*first, bin / 2 * 2);
        *last = bin / 2 * 2 + 1;
      }
  return *last >= 0;
}
