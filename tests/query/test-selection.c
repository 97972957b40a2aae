/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Selections and tallies against the plainest way to say what they mean: a loop over whole incidents
 * with strings, for cases, filters and changes by chance.
 */
#include "query/jkb-selection.h"

#include <string.h>

#include "query/jkb-case-index.h"
#include "query/jkb-figures.h"
#include "random-cases.h"

typedef struct
{
  JkbIncident *incident;
  char *text;
} Known;

static JkbFold *fold;

static void
free_known (gpointer data)
{
  Known *known = data;

  jkb_incident_free (known->incident);
  g_free (known->text);
  g_free (known);
}

/* ---- what a filter means, said plainly ---- */

/* A line feed in a title or a name is a blank to the reader; in the notice's text it ends a line. */
static gboolean
has_in_name (const char *name, const char *needle)
{
  g_autofree char *folded = name != NULL ? jkb_fold_string (fold, name) : NULL;

  return folded != NULL && strstr (g_strdelimit (folded, "\n", ' '), needle) != NULL;
}

static gboolean
has_in_text (const char *text, const char *needle)
{
  g_autofree char *folded = text != NULL ? jkb_fold_string (fold, text) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

/* @quoted: one word in quotes */
static gboolean
case_has (const Known *known, const char *quoted)
{
  const JkbIncident *incident = known->incident;
  g_autofree char *word = g_strndup (quoted + 1, strlen (quoted) - 2);
  g_autofree char *folded = g_strstrip (jkb_fold_string (fold, word));
  g_autoptr(GPtrArray) forms = jkb_fold_spellings (fold, folded);

  for (guint i = 0; i < forms->len; i++)
    {
      const char *form = g_ptr_array_index (forms, i);

      if (has_in_name (incident->key, form) || has_in_name (incident->title, form)
          || has_in_name (incident->organisation, form)
          || has_in_name (incident->organisation_en, form)
          || has_in_name (incident->contractor, form) || has_in_name (incident->cause, form)
          || has_in_text (known->text, form))
        return TRUE;
    }
  return FALSE;
}

static gboolean
in_mask (guint32 mask, guint32 bits)
{
  return mask == 0 || (mask & bits) != 0;
}

static gboolean
naive_time (const JkbFilter *filter, JkbDate date)
{
  JkbDate last = filter->to;

  if (filter->years->len > 0 && !jkb_filter_has_year (filter, date.year))
    return FALSE;
  if (filter->without_month && date.year != 0 && date.month != 0)
    return FALSE;
  if (!jkb_date_is_set (filter->from) && !jkb_date_is_set (filter->to))
    return TRUE;
  if (date.year == 0)
    return FALSE;
  if (jkb_date_is_set (filter->from) && jkb_date_compare (date, filter->from) < 0)
    return FALSE;
  if (!jkb_date_is_set (filter->to))
    return TRUE;
  last.month = last.month != 0 ? last.month : 12;
  last.day = last.day != 0 ? last.day : 31;
  return jkb_date_compare (date, last) <= 0;
}

static gboolean
naive_people (const JkbFilter *filter, gint64 people)
{
  if (!in_mask (filter->people_bins, 1u << jkb_people_bin (people)))
    return FALSE;
  if (filter->people_min >= 0 && people < filter->people_min)
    return FALSE;
  return filter->people_max < 0 || (people >= 0 && people <= filter->people_max);
}

static int
compare_list_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static gboolean
naive_facet (const JkbFilter *filter, JkbFacet facet, const Known *known)
{
  const JkbIncident *incident = known->incident;
  const char *kind = incident->source_kind != NULL ? incident->source_kind : "";

  switch (facet)
    {
    case JKB_FACET_WORDS:
      return filter->words == NULL || case_has (known, filter->words);
    case JKB_FACET_TYPE:
      return in_mask (filter->types, 1u << incident->type);
    case JKB_FACET_CIRCUMSTANCE:
      return in_mask (filter->circumstances, incident->circumstances != 0
                                                 ? incident->circumstances
                                                 : JKB_FILTER_NO_CIRCUMSTANCE);
    case JKB_FACET_SECTOR:
      return in_mask (filter->sectors, 1u << incident->sector);
    case JKB_FACET_STATUS:
      return in_mask (filter->statuses, 1u << incident->status);
    case JKB_FACET_DATA_ITEM:
      return in_mask (filter->data_items,
                      incident->data_items != 0 ? incident->data_items : JKB_FILTER_NO_DATA_ITEM);
    case JKB_FACET_REVIEW:
      return in_mask (filter->reviews, 1u << incident->review);
    case JKB_FACET_SOURCE_KIND:
      return filter->source_kinds->len == 0 || jkb_filter_has_source_kind (filter, kind);
    case JKB_FACET_TIME:
      return naive_time (filter, jkb_incident_date (incident));
    case JKB_FACET_PEOPLE:
      return naive_people (filter, incident->people);
    case JKB_FACET_LIST:
      return filter->list_id == 0 || g_array_binary_search (filter->list_cases, &incident->id, compare_list_ids, NULL);
    case JKB_N_FACETS:
      break;
    }
  g_assert_not_reached ();
}

/* @left_out: bits of facets */
static gboolean
naive_passes (const JkbFilter *filter, guint left_out, const Known *known)
{
  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (!(left_out >> facet & 1) && !naive_facet (filter, (JkbFacet) facet, known))
      return FALSE;
  return TRUE;
}

/* ---- what an order means ---- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_known (gboolean a_is_known, gboolean b_is_known, int order, gboolean is_descending)
{
  if (a_is_known != b_is_known)
    return a_is_known ? -1 : 1;
  return !a_is_known ? 0 : is_descending ? -order : order;
}

static int
compare_dates (JkbDate a, JkbDate b, gboolean is_descending)
{
  return compare_known (a.year != 0, b.year != 0, jkb_date_compare (a, b), is_descending);
}

static int
compare_strings (const char *a, const char *b, gboolean is_descending)
{
  g_autofree char *one = a != NULL ? jkb_fold_string (fold, a) : g_strdup ("");
  g_autofree char *other = b != NULL ? jkb_fold_string (fold, b) : g_strdup ("");

  g_strdelimit (one, "\n", ' ');
  g_strdelimit (other, "\n", ' ');
  return compare_known (*one != '\0', *other != '\0', strcmp (one, other), is_descending);
}

/* In days, -1 when not known. */
static int
find_delay (const JkbIncident *incident)
{
  int from, to;

  if (incident->discovered.day == 0 || incident->announced.day == 0
      || !jkb_date_to_days (incident->discovered, &from)
      || !jkb_date_to_days (incident->announced, &to) || to < from)
    return -1;
  return to - from;
}

static int
compare_column (const JkbIncident *a, const JkbIncident *b, JkbOrder order)
{
  gboolean down = order.descending;

  switch (order.column)
    {
    case JKB_COLUMN_DATE:
      return compare_dates (jkb_incident_date (a), jkb_incident_date (b), down);
    case JKB_COLUMN_KEY:
      return compare_strings (a->key, b->key, down);
    case JKB_COLUMN_ORGANISATION:
      return compare_strings (a->organisation, b->organisation, down);
    case JKB_COLUMN_TITLE:
      return compare_strings (a->title, b->title, down);
    case JKB_COLUMN_TYPE:
      return compare_known (a->type != 0, b->type != 0, (int) a->type - (int) b->type, down);
    case JKB_COLUMN_SECTOR:
      return compare_known (a->sector != 0, b->sector != 0, (int) a->sector - (int) b->sector,
                            down);
    case JKB_COLUMN_STATUS:
      return compare_known (a->status != 0, b->status != 0, (int) a->status - (int) b->status,
                            down);
    case JKB_COLUMN_PEOPLE:
      return compare_known (a->people >= 0, b->people >= 0,
                            compare_numbers (a->people, b->people), down);
    case JKB_COLUMN_RECORDS:
      return compare_known (a->records >= 0, b->records >= 0,
                            compare_numbers (a->records, b->records), down);
    case JKB_COLUMN_OCCURRED:
      return compare_dates (a->occurred_from, b->occurred_from, down);
    case JKB_COLUMN_DISCOVERED:
      return compare_dates (a->discovered, b->discovered, down);
    case JKB_COLUMN_ANNOUNCED:
      return compare_dates (a->announced, b->announced, down);
    case JKB_COLUMN_DELAY:
      return compare_known (find_delay (a) >= 0, find_delay (b) >= 0, find_delay (a) - find_delay (b), down);
    case JKB_COLUMN_REVIEW:
      return compare_known (TRUE, TRUE, (int) a->review - (int) b->review, down);
    case JKB_COLUMN_SOURCE_KIND:
      return compare_strings (a->source_kind, b->source_kind, down);
    case JKB_COLUMN_ADDED:
      return compare_known (TRUE, TRUE, compare_numbers (a->id, b->id), down);
    case JKB_N_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

static int
naive_compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const JkbIncident *one = (*(Known *const *) a)->incident;
  const JkbIncident *other = (*(Known *const *) b)->incident;
  const JkbOrder *order = data;
  int result = compare_column (one, other, *order);

  if (result == 0)
    result = compare_dates (jkb_incident_date (one), jkb_incident_date (other), TRUE);
  return result != 0 ? result : compare_numbers (one->id, other->id);
}

/* ---- by chance ---- */

static gboolean
is_blank (const char *text)
{
  g_autofree char *folded = g_strstrip (jkb_fold_string (fold, text));

  return *folded == '\0';
}

static guint32
random_mask (int n_bits)
{
  guint32 mask = (guint32) g_test_rand_int_range (0, 1 << n_bits);

  return g_test_rand_int_range (0, 4) > 0 ? 0 : mask | (guint32) g_test_rand_int_range (0, 1 << n_bits);
}

static JkbFilter *
random_filter (void)
{
  static const char *const kinds[] = { "", "page", "news", "html", "never" };
  JkbFilter *filter = jkb_filter_new ();

  if (g_test_rand_int_range (0, 3) == 0)
    {
      g_autofree char *word = random_text (g_test_rand_int_range (1, 4));
      g_autofree char *quoted = g_strdelimit (g_strdup (word), "\"\n", ' ');
      g_autofree char *line = NULL;

      line = g_strdup_printf ("\"%s\"", quoted);
      jkb_filter_set_words (filter, is_blank (quoted) ? NULL : line);
    }
  filter->types = random_mask (JKB_N_TYPES);
  filter->circumstances = random_mask (JKB_N_CIRCUMSTANCES + 1);
  filter->sectors = random_mask (JKB_N_SECTORS);
  filter->statuses = random_mask (JKB_N_STATUSES);
  filter->data_items = random_mask (JKB_N_DATA_ITEMS + 1);
  filter->reviews = random_mask (JKB_N_REVIEWS);
  filter->people_bins = random_mask (JKB_N_PEOPLE_BINS);
  if (g_test_rand_int_range (0, 4) == 0)
    jkb_filter_set_source_kind (filter, kinds[g_test_rand_int_range (0, 5)], TRUE);
  if (g_test_rand_int_range (0, 4) == 0)
    jkb_filter_set_year (filter, g_test_rand_bit () ? 0 : g_test_rand_int_range (2017, 2027), TRUE);
  filter->without_month = g_test_rand_int_range (0, 8) == 0;
  if (g_test_rand_int_range (0, 5) == 0)
    filter->from = (JkbDate){ 2020, (guint8) g_test_rand_int_range (0, 13), 0 };
  if (g_test_rand_int_range (0, 5) == 0)
    filter->to = (JkbDate){ 2023, (guint8) g_test_rand_int_range (0, 13), 0 };
  if (g_test_rand_int_range (0, 6) == 0)
    filter->people_min = g_test_rand_int_range (0, 3000);
  if (g_test_rand_int_range (0, 6) == 0)
    filter->people_max = g_test_rand_int_range (0, 300000);
  if (g_test_rand_int_range (0, 4) == 0)
    {
      g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (gint64 id = 1; id < 60; id += g_test_rand_int_range (1, 9))
        g_array_append_val (list, id);
      jkb_filter_set_list (filter, 1, "授業", list);
    }
  return filter;
}

static void
assert_selection (GPtrArray *all, JkbSelection *selection)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new ();
  JkbOrder order = jkb_selection_get_order (selection);

  for (guint i = 0; i < all->len; i++)
    if (naive_passes (jkb_selection_get_filter (selection), 0, g_ptr_array_index (all, i)))
      g_ptr_array_add (wanted, g_ptr_array_index (all, i));
  g_ptr_array_sort_with_data (wanted, naive_compare, &order);
  g_assert_cmpuint (jkb_selection_n (selection), ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      const Known *known = g_ptr_array_index (wanted, i);
      guint position;

      g_assert_cmpint (jkb_selection_get_id (selection, i), ==, known->incident->id);
      g_assert_true (jkb_selection_find (selection, known->incident->id, &position));
      g_assert_cmpuint (position, ==, i);
    }
}

/* ---- what a tally means ---- */

static int
naive_delay (const JkbIncident *incident)
{
  int days = find_delay (incident);

  return days < 0      ? JKB_DELAY_UNKNOWN
         : days == 0   ? JKB_DELAY_SAME_DAY
         : days <= 7   ? JKB_DELAY_WEEK
         : days <= 30  ? JKB_DELAY_MONTH
         : days <= 60  ? JKB_DELAY_60
         : days <= 90  ? JKB_DELAY_90
         : days <= 180 ? JKB_DELAY_180
                       : JKB_DELAY_LONGER;
}

static gboolean
has_value (const JkbTally *tally, JkbAxis axis, const JkbIncident *incident, int value)
{
  JkbDate date = jkb_incident_date (incident);

  switch (axis)
    {
    case JKB_AXIS_NONE:
      return value == 0;
    case JKB_AXIS_TYPE:
      return value == (int) incident->type;
    case JKB_AXIS_CIRCUMSTANCE:
      return value == JKB_N_CIRCUMSTANCES ? incident->circumstances == 0
                                          : (incident->circumstances >> value & 1) != 0;
    case JKB_AXIS_SECTOR:
      return value == (int) incident->sector;
    case JKB_AXIS_STATUS:
      return value == (int) incident->status;
    case JKB_AXIS_DATA_ITEM:
      return value == JKB_N_DATA_ITEMS ? incident->data_items == 0
                                       : (incident->data_items >> value & 1) != 0;
    case JKB_AXIS_REVIEW:
      return value == (int) incident->review;
    case JKB_AXIS_SOURCE_KIND:
      return strcmp (jkb_tally_get_name (tally, value),
                     incident->source_kind != NULL ? incident->source_kind : "")
             == 0;
    case JKB_AXIS_YEAR:
      return value == date.year;
    case JKB_AXIS_MONTH:
      return value == (date.year != 0 && date.month != 0 ? date.year * 12 + date.month - 1 : -1);
    case JKB_AXIS_PEOPLE:
      return value == (int) jkb_people_bin (incident->people);
    case JKB_AXIS_RECORDS:
      return value == (int) jkb_people_bin (incident->records);
    case JKB_AXIS_DELAY:
      return value == naive_delay (incident);
    case JKB_N_AXES:
      break;
    }
  g_assert_not_reached ();
}

static guint
own_facet (JkbAxis axis)
{
  static const int facets[JKB_N_AXES] = {
    [JKB_AXIS_NONE] = -1,
    [JKB_AXIS_TYPE] = JKB_FACET_TYPE,
    [JKB_AXIS_CIRCUMSTANCE] = JKB_FACET_CIRCUMSTANCE,
    [JKB_AXIS_SECTOR] = JKB_FACET_SECTOR,
    [JKB_AXIS_STATUS] = JKB_FACET_STATUS,
    [JKB_AXIS_DATA_ITEM] = JKB_FACET_DATA_ITEM,
    [JKB_AXIS_REVIEW] = JKB_FACET_REVIEW,
    [JKB_AXIS_SOURCE_KIND] = JKB_FACET_SOURCE_KIND,
    [JKB_AXIS_YEAR] = JKB_FACET_TIME,
    [JKB_AXIS_MONTH] = JKB_FACET_TIME,
    [JKB_AXIS_PEOPLE] = JKB_FACET_PEOPLE,
    [JKB_AXIS_RECORDS] = -1,
    [JKB_AXIS_DELAY] = -1,
  };

  return facets[axis] >= 0 ? 1u << facets[axis] : 0;
}

static guint
naive_count (GPtrArray *all, const JkbFilter *filter, guint left_out, const JkbTally *tally,
             int row_value, int column_value)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Known *known = g_ptr_array_index (all, i);

      n += has_value (tally, tally->rows, known->incident, row_value)
           && has_value (tally, tally->columns, known->incident, column_value)
           && naive_passes (filter, left_out, known);
    }
  return n;
}

static void
assert_tally (GPtrArray *all, JkbSelection *selection, JkbAxis rows, JkbAxis columns)
{
  const JkbFilter *filter = jkb_selection_get_filter (selection);
  guint left_out = own_facet (rows) | own_facet (columns), n_cases = 0;
  g_autoptr(JkbTally) tally = jkb_selection_tally (selection, rows, columns);
  g_autoptr(JkbTally) inside = jkb_selection_tally_inside (selection, rows, columns);

  for (guint i = 0; i < tally->n_rows; i++)
    for (guint j = 0; j < tally->n_columns; j++)
      g_assert_cmpuint (jkb_tally_get (tally, i, j), ==,
                        naive_count (all, filter, left_out, tally, tally->row_values[i],
                                     tally->column_values[j]));
  for (guint i = 0; i < all->len; i++)
    n_cases += naive_passes (filter, left_out, g_ptr_array_index (all, i));
  g_assert_cmpuint (tally->n_cases, ==, n_cases);
  g_assert_cmpuint (inside->n_cases, ==, jkb_selection_n (selection));
}

static int
compare_figures (const void *a, const void *b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* The spread of persons against sorting all of them. */
static void
assert_people (GPtrArray *all, JkbSelection *selection)
{
  static const gint64 limits[] = { 1, 3, 10, 30, 5700, 20000000 };
  guint counts[G_N_ELEMENTS (limits)], sums[G_N_ELEMENTS (limits)] = { 0 }, n_cases = 0, n = 0;
  g_autofree gint64 *known = g_new (gint64, MAX (all->len, 1));
  JkbPeopleSpread people;

  jkb_figures_spread_people (selection, limits, G_N_ELEMENTS (limits), counts, &people);
  for (guint i = 0; i < all->len; i++)
    {
      const Known *one = g_ptr_array_index (all, i);

      if (!naive_passes (jkb_selection_get_filter (selection), 1u << JKB_FACET_PEOPLE, one))
        continue;
      n_cases++;
      if (one->incident->people >= 0)
        known[n++] = one->incident->people;
      for (gsize bin = 0; bin < G_N_ELEMENTS (limits); bin++)
        sums[bin] += one->incident->people >= limits[bin]
                     && (bin + 1 == G_N_ELEMENTS (limits) || one->incident->people < limits[bin + 1]);
    }
  qsort (known, n, sizeof *known, compare_figures);
  g_assert_cmpuint (people.n_cases, ==, n_cases);
  g_assert_cmpuint (people.n_known, ==, n);
  g_assert_cmpuint (people.n_unknown, ==, n_cases - n);
  g_assert_cmpint (people.largest, ==, n > 0 ? known[n - 1] : -1);
  g_assert_cmpint (people.median, ==, n > 0 ? (known[(n - 1) / 2] + known[n / 2]) / 2 : -1);
  g_assert_cmpmem (counts, sizeof counts, sums, sizeof sums);
}

/* Puts, replaces and removes cases by chance, in the index and in the list. */
static void
change (JkbCaseIndex *index, GPtrArray *all, gint64 *next_id)
{
  int what = all->len < 40 ? 0 : g_test_rand_int_range (0, 3);
  guint at = all->len > 0 ? (guint) g_test_rand_int_range (0, (gint32) all->len) : 0;
  Known *known = what == 0 ? g_new0 (Known, 1) : g_ptr_array_index (all, at);

  if (what == 2)
    {
      g_assert_true (jkb_case_index_remove (index, known->incident->id));
      g_ptr_array_remove_index_fast (all, at);
      return;
    }
  if (what == 0)
    {
      known->incident = random_case ((*next_id)++);
      g_ptr_array_add (all, known);
    }
  else
    {
      gint64 id = known->incident->id;

      jkb_incident_free (known->incident);
      known->incident = random_case (id);
    }
  g_free (known->text);
  known->text = random_text (g_test_rand_int_range (0, 12));
  jkb_case_index_put (index, known->incident, known->text);
}

/* The first rows alone are those that the whole begins with. */
static void
assert_first (JkbSelection *whole)
{
  guint n = (guint) g_test_rand_int_range (0, 30);
  g_autoptr(JkbSelection) first
      = jkb_selection_new_first (jkb_selection_get_cases (whole), jkb_selection_get_filter (whole),
                                 jkb_selection_get_order (whole), n, NULL, NULL);

  g_assert_cmpuint (jkb_selection_n (first), ==, MIN (n, jkb_selection_n (whole)));
  for (guint i = 0; i < jkb_selection_n (first); i++)
    g_assert_cmpint (jkb_selection_get_id (first, i), ==, jkb_selection_get_id (whole, i));
}

/* Half of them were in another order before. */
static JkbSelection *
select_anyhow (JkbCases *cases, const JkbFilter *filter, JkbOrder order)
{
  JkbOrder other = { (JkbColumn) g_test_rand_int_range (0, JKB_N_COLUMNS), g_test_rand_bit () };
  g_autoptr(JkbSelection) before = NULL;

  if (g_test_rand_bit ())
    return jkb_selection_new (cases, filter, order, NULL, NULL);
  before = jkb_selection_new (cases, filter, other, NULL, NULL);
  return jkb_selection_new_reordered (before, order);
}

static void
test_against_naive (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (free_known);
  gint64 next_id = 1;

  for (int round = 0; round < (g_test_slow () ? 2000 : 150); round++)
    {
      g_autoptr(JkbCases) cases = NULL;
      g_autoptr(JkbFilter) filter = random_filter ();
      g_autoptr(JkbSelection) selection = NULL;
      JkbOrder order = { (JkbColumn) g_test_rand_int_range (0, JKB_N_COLUMNS), g_test_rand_bit () };

      for (int i = g_test_rand_int_range (0, 8); i > 0 || all->len < 40; i--)
        change (index, all, &next_id);
      cases = jkb_case_index_snapshot (index);
      if (g_test_rand_int_range (0, 4) == 0)
        g_assert_true (jkb_cases_index_texts (cases, NULL));
      selection = select_anyhow (cases, filter, order);
      assert_selection (all, selection);
      assert_first (selection);
      assert_people (all, selection);
      assert_tally (all, selection, (JkbAxis) g_test_rand_int_range (0, JKB_N_AXES),
                    (JkbAxis) (g_test_rand_bit () ? JKB_AXIS_NONE
                                                  : g_test_rand_int_range (0, JKB_AXIS_REVIEW)));
    }
}

/* The words alone, often: what is found is what a look through every folded text finds. */
static void
test_words (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (free_known);
  g_autoptr(JkbCases) cases = NULL;
  guint n_found = 0;

  for (gint64 id = 1; id <= 150; id++)
    {
      Known *known = g_new0 (Known, 1);

      known->incident = random_case (id);
      known->text = random_text (g_test_rand_int_range (0, 40));
      jkb_case_index_put (index, known->incident, known->text);
      g_ptr_array_add (all, known);
    }
  cases = jkb_case_index_snapshot (index);
  for (int round = 0; round < 300; round++)
    {
      g_autoptr(JkbFilter) filter = jkb_filter_new ();
      g_autoptr(JkbSelection) selection = NULL;
      g_autofree char *text = random_text (g_test_rand_int_range (1, 4));
      g_autofree char *line = NULL;

      g_strdelimit (text, "\"\n", ' ');
      line = g_strdup_printf ("\"%s\"", text);
      jkb_filter_set_words (filter, is_blank (text) ? NULL : line);
      if (round == 150)
        g_assert_true (jkb_cases_index_texts (cases, NULL));
      selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL,
                                     NULL);
      assert_selection (all, selection);
      assert_first (selection);
      n_found += jkb_selection_n (selection) > 0 && jkb_selection_n (selection) < all->len;
    }
  g_assert_cmpuint (n_found, >, 80);
}

/* More cases than a block holds are counted by two threads; both halves are in the sums. */
static void
test_two_blocks (void)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbTally) types = NULL;
  g_autoptr(JkbTally) years = NULL;
  guint n_by_type[JKB_N_TYPES] = { 0 }, n_by_year[2] = { 0 };

  for (gint64 id = 1; id <= 66000; id++)
    {
      g_autoptr(JkbIncident) incident = jkb_incident_new ();

      incident->id = id;
      incident->type = (JkbIncidentType) (id * id % JKB_N_TYPES);
      incident->people = id % 100;
      incident->announced = (JkbDate){ (gint16) (2020 + (id > 65600)), 4, 1 };
      if (incident->people >= 30)
        {
          n_by_type[incident->type]++;
          n_by_year[id > 65600]++;
        }
      jkb_case_index_put (index, incident, NULL);
    }
  filter->people_min = 30;
  cases = jkb_case_index_snapshot (index);
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  types = jkb_selection_tally (selection, JKB_AXIS_TYPE, JKB_AXIS_NONE);
  years = jkb_selection_tally (selection, JKB_AXIS_YEAR, JKB_AXIS_NONE);
  g_assert_cmpmem (types->cells, JKB_N_TYPES * sizeof (guint), n_by_type, sizeof n_by_type);
  g_assert_cmpmem (years->cells, 2 * sizeof (guint), n_by_year, sizeof n_by_year);
  g_assert_cmpuint (types->n_cases, ==, jkb_selection_n (selection));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/query/selection/against-naive", test_against_naive);
  g_test_add_func ("/query/selection/words", test_words);
  g_test_add_func ("/query/selection/two-blocks", test_two_blocks);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
