/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "ui/jkb-case-column.h"
#include "ui/jkb-fact-editor.h"
#include "ui/jkb-fact-group.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-time-line.h"
#include "ui/jkb-time-scale.h"
#include "ui/jkb-unbroken.h"

/* What the window says in words, without a window. The words are the English ones. */

static void
check_cell (JkbColumn column, const JkbCase *incident, const char *expected, gboolean is_dim)
{
  JkbCellLook look;
  g_autofree char *text = jkb_case_column_text (column, incident, &look);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint ((look & JKB_CELL_DIM) != 0, ==, is_dim);
}

static void
test_unknown_is_not_none (void)
{
  JkbCase incident = { .people = JKB_COUNT_UNKNOWN, .records = JKB_COUNT_UNKNOWN,
                       .source_kind = "" };

  check_cell (JKB_COLUMN_PEOPLE, &incident, "Not known", TRUE);
  incident.people = 0;
  check_cell (JKB_COLUMN_PEOPLE, &incident, "None", FALSE);
  incident.people = 35000;
  check_cell (JKB_COLUMN_PEOPLE, &incident, "35,000", FALSE);
  incident.people_qualifier = JKB_QUALIFIER_ABOUT;
  check_cell (JKB_COLUMN_PEOPLE, &incident, "~ 35,000", FALSE);
  incident.people_qualifier = JKB_QUALIFIER_AT_LEAST;
  check_cell (JKB_COLUMN_PEOPLE, &incident, "≥ 35,000", FALSE);
  check_cell (JKB_COLUMN_STATUS, &incident, "Not known", TRUE);
  incident.status = JKB_STATUS_NONE;
  check_cell (JKB_COLUMN_STATUS, &incident, "None", FALSE);
}

/* Every column words a case of which nothing is known, and none of its cells is empty or a zero. */
static void
test_every_column (void)
{
  JkbCase incident = { .people = JKB_COUNT_UNKNOWN, .records = JKB_COUNT_UNKNOWN,
                       .source_kind = "" };
  guint n_columns;
  const JkbCaseColumn *columns = jkb_case_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      JkbCellLook look;
      g_autofree char *text = jkb_case_column_text (columns[i].column, &incident, &look);
      g_autofree char *details = jkb_case_column_details (columns[i].column, &incident);

      g_assert_cmpstr (text, !=, "");
      g_assert_cmpstr (text, !=, "0");
      g_assert_cmpstr (details, !=, "");
      g_assert_cmpstr (jkb_case_column_title (columns[i].column), !=, "");
    }
}

static void
test_normalize (void)
{
  static const struct
  {
    JkbField field;
    const char *text, *value;
  } rows[] = {
    { JKB_FIELD_AFFECTED_PEOPLE, "1,482", "1482" },
    { JKB_FIELD_AFFECTED_PEOPLE, " １２３ ", "123" },
    { JKB_FIELD_AFFECTED_PEOPLE, "0", "0" },
    { JKB_FIELD_AFFECTED_PEOPLE, "-1", NULL },
    { JKB_FIELD_AFFECTED_PEOPLE, "many", NULL },
    { JKB_FIELD_AFFECTED_PEOPLE, "99999999999999999999", NULL },
    { JKB_FIELD_DISCOVERED, "2031-02-28", "2031-02-28" },
    { JKB_FIELD_DISCOVERED, "2031/2/8", "2031-02-08" },
    { JKB_FIELD_DISCOVERED, "２０３１．２", "2031-02" },
    { JKB_FIELD_DISCOVERED, "2031", "2031" },
    { JKB_FIELD_DISCOVERED, "2031-02-30", NULL },
    { JKB_FIELD_DISCOVERED, "2031-13", NULL },
    { JKB_FIELD_DISCOVERED, "soon", NULL },
    { JKB_FIELD_DISCOVERED, "2031-1-1-1", NULL },
    { JKB_FIELD_ORGANISATION, "  株式会社あおぞら ", "株式会社あおぞら" },
    { JKB_FIELD_ORGANISATION, "   ", NULL },
    { JKB_FIELD_COUNTRY, "jp", "JP" },
    { JKB_FIELD_COUNTRY, "Japan", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = jkb_fact_editor_normalize (rows[i].field, rows[i].text);

      g_assert_cmpstr (value, ==, rows[i].value);
    }
}

static void
check_headline (const JkbIncident *incident, const char *expected)
{
  g_autofree char *text = jkb_headline (incident);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_headline (void)
{
  g_autoptr(JkbIncident) incident = jkb_incident_new ();

  check_headline (incident, "Cause not known. How many people are affected is not known.");
  incident->type = JKB_TYPE_MISDELIVERY;
  incident->contractor = g_strdup ("灯台印刷");
  incident->people = 0;
  incident->status = JKB_STATUS_NONE;
  check_headline (incident, "Misdelivery at the contractor 灯台印刷. Nobody is affected. "
                            "No data leaked.");
  incident->people = 300;
  incident->people_qualifier = JKB_QUALIFIER_ABOUT;
  incident->status = JKB_STATUS_POSSIBLE;
  incident->data_items = 1u << JKB_DATA_NAME | 1u << JKB_DATA_EMAIL;
  incident->discovered = (JkbDate){ 2031, 2, 27 };
  incident->announced = (JkbDate){ 2031, 3, 1 };
  check_headline (incident, "Misdelivery at the contractor 灯台印刷. Affected: about 300 people. "
                            "Data may have leaked: name, email address. "
                            "It was announced 2 days after it was discovered.");
  /* A month has no day to count from. */
  incident->discovered = (JkbDate){ 2031, 2, 0 };
  incident->people = JKB_COUNT_UNKNOWN;
  incident->records = 12;
  check_headline (incident, "Misdelivery at the contractor 灯台印刷. "
                            "Affected: 12 records; how many people is not known. "
                            "Data may have leaked: name, email address.");
}

static void
add_fact (JkbCaseFile *file, JkbFact *fact, JkbFactState state)
{
  JkbCaseFact *case_fact = g_new0 (JkbCaseFact, 1);

  fact->state = state;
  case_fact->id = file->facts->len + 1;
  case_fact->fact = fact;
  g_ptr_array_add (file->facts, case_fact);
}

static void
free_fact (gpointer data)
{
  JkbCaseFact *fact = data;

  jkb_fact_free ((JkbFact *) fact->fact);
  g_free (fact);
}

static void
add_date (JkbCaseFile *file, JkbField field, JkbDate date, JkbDateRole role)
{
  add_fact (file, jkb_fact_new_date (field, date, role, JKB_SPAN_NONE, "test", 1), JKB_FACT_READ);
}

static void
test_time_line (void)
{
  JkbCaseFile file = { .facts = g_ptr_array_new_with_free_func (free_fact) };
  g_autoptr(GArray) events = NULL;
  const JkbTimeEvent *event;

  add_date (&file, JKB_FIELD_ANNOUNCED, (JkbDate){ 2031, 3, 1 }, JKB_DATE_ANNOUNCED);
  add_date (&file, JKB_FIELD_DISCOVERED, (JkbDate){ 2031, 2, 26 }, JKB_DATE_DISCOVERED);
  add_date (&file, JKB_FIELD_DATES, (JkbDate){ 2031, 2, 26 }, JKB_DATE_DISCOVERED);
  add_date (&file, JKB_FIELD_DATES, (JkbDate){ 2019, 4, 0 }, JKB_DATE_DECOY);
  add_date (&file, JKB_FIELD_DATES, (JkbDate){ 0, 2, 27 }, JKB_DATE_RESPONSE);
  add_date (&file, JKB_FIELD_DATES, (JkbDate){ 2031, 3, 0 }, JKB_DATE_SURVEY_FINISHED);
  add_fact (&file, jkb_fact_new (JKB_FIELD_REPORTED_PPC, "yes", JKB_SPAN_NONE, "test", 1),
            JKB_FACT_READ);
  add_fact (&file, jkb_fact_new_date (JKB_FIELD_OCCURRED_FROM, (JkbDate){ 2031, 1, 1 },
                                      JKB_DATE_BEGAN, JKB_SPAN_NONE, "test", 1),
            JKB_FACT_REJECTED);
  events = jkb_time_line_events (&file);
  g_assert_cmpuint (events->len, ==, 3);
  event = &g_array_index (events, JkbTimeEvent, 0);
  g_assert_cmpint (event->role, ==, JKB_DATE_DISCOVERED);
  g_assert_cmpint (event->days, ==, -1);
  event = &g_array_index (events, JkbTimeEvent, 1);
  g_assert_cmpint (event->role, ==, JKB_DATE_SURVEY_FINISHED);
  g_assert_cmpint (event->days, ==, -1);
  event = &g_array_index (events, JkbTimeEvent, 2);
  g_assert_cmpint (event->role, ==, JKB_DATE_ANNOUNCED);
  g_assert_cmpint (event->days, ==, -1);
  g_ptr_array_unref (file.facts);
}

static void
test_fact_groups (void)
{
  JkbCaseFile file = { .facts = g_ptr_array_new_with_free_func (free_fact) };
  JkbCount count = { 300, "名", JKB_QUALIFIER_ABOUT, JKB_COUNT_TOTAL, { 3, 9 } };
  g_autoptr(GPtrArray) groups = NULL;
  g_autofree char *words = NULL;

  for (int i = 0; i < 2; i++)
    add_fact (&file, jkb_fact_new_count (JKB_FIELD_AFFECTED_PEOPLE, &count, "test", 1),
              JKB_FACT_READ);
  count.value = 12;
  add_fact (&file, jkb_fact_new_count (JKB_FIELD_AFFECTED_PEOPLE, &count, "test", 1),
            JKB_FACT_REJECTED);
  groups = jkb_fact_groups_new (&file, JKB_FIELD_AFFECTED_PEOPLE);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpuint (((JkbFactGroup *) groups->pdata[0])->facts->len, ==, 2);
  words = jkb_fact_words (jkb_fact_group_first (groups->pdata[0])->fact);
  g_assert_cmpstr (words, ==, "about 300 people");
  g_ptr_array_unref (file.facts);
}

static void
add_event (GArray *events, int year, int month, int day)
{
  JkbTimeEvent event = { .date = { (gint16) year, (guint8) month, (guint8) day } };

  g_array_append_val (events, event);
}

/* Days are to scale; a month without its day is as long as it is; one day has no scale. */
/* An English window says what the usual Japanese counters count; others stay as they are printed. */
static void
test_figures (void)
{
  static const struct
  {
    const char *unit, *words;
  } figures[] = {
    { "件", "1,482 records (total)" }, { "名", "1,482 people (total)" },
    { "名分", "1,482 people (total)" }, { "台", "1,482 台 (total)" },
    { "", "1,482 (total)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      JkbFact fact = { .field = JKB_FIELD_COUNTS, .value = (char *) "1482",
                       .unit = (char *) figures[i].unit, .role = JKB_COUNT_TOTAL };
      g_autofree char *words = jkb_fact_words (&fact);

      g_assert_cmpstr (words, ==, figures[i].words);
    }
}

static void
test_time_scale (void)
{
  g_autoptr(GArray) events = g_array_new (FALSE, TRUE, sizeof (JkbTimeEvent));
  g_autoptr(GArray) spots = NULL;

  add_event (events, 2031, 1, 1);
  g_assert_null (jkb_time_scale_place (events));
  add_event (events, 2031, 1, 11);
  add_event (events, 2031, 3, 0);
  add_event (events, 2031, 4, 11);
  spots = jkb_time_scale_place (events);
  g_assert_cmpuint (spots->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (g_array_index (spots, JkbTimeSpot, 0).begin, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (spots, JkbTimeSpot, 1).begin, 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (spots, JkbTimeSpot, 1).end, 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (spots, JkbTimeSpot, 2).begin, 0.59, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (spots, JkbTimeSpot, 2).end, 0.89, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (spots, JkbTimeSpot, 3).end, 1, 1e-9);
}

/* What happened on one day has one number, of the first to the last, and no number stands on another one. */
static void
test_time_numbers (void)
{
  g_autoptr(GArray) events = g_array_new (FALSE, TRUE, sizeof (JkbTimeEvent));
  g_autoptr(GArray) spots = NULL;
  g_autoptr(GArray) numbers = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 300, JKB_TIME_SCALE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double last_x[2] = { -100, -100 };
  guint next = 1;

  for (int i = 0; i < 3; i++)
    add_event (events, 2031, 1, 1);
  for (int i = 0; i < 6; i++)
    add_event (events, 2031, 1, 4 + i);
  add_event (events, 2031, 4, 11);
  spots = jkb_time_scale_place (events);
  numbers = jkb_time_scale_number (cr, spots, 300);
  g_assert_cmpuint (g_array_index (numbers, JkbTimeNumber, 0).last, ==, 3);
  for (guint i = 0; i < numbers->len; i++)
    {
      const JkbTimeNumber *number = &g_array_index (numbers, JkbTimeNumber, i);

      g_assert_cmpuint (number->first, ==, next);
      g_assert_cmpuint (number->last, >=, number->first);
      g_assert_cmpfloat (number->x, >, last_x[number->is_below] + 6);
      g_assert_cmpfloat (number->x, <, 300);
      last_x[number->is_below] = number->x;
      next = number->last + 1;
    }
  g_assert_cmpuint (next, ==, 11);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static JkbCaseNotice *
make_report (gint64 id, const char *title)
{
  JkbCaseNotice *notice = g_new0 (JkbCaseNotice, 1);

  notice->id = id;
  notice->item = jkb_item_new (g_strdup (title));
  notice->item->title = g_strdup (title);
  return notice;
}

/* What a later report tells otherwise is below it. */
static void
test_chain (void)
{
  g_autoptr(JkbFact) first = jkb_fact_new (JKB_FIELD_AFFECTED_PEOPLE, "300", (JkbSpan){ 0, 0 }, "r", 1);
  g_autoptr(JkbFact) second = jkb_fact_new (JKB_FIELD_AFFECTED_PEOPLE, "12", (JkbSpan){ 0, 0 }, "r", 1);
  JkbCaseFact facts[] = { { 1, 1, first, NULL }, { 2, 2, second, NULL } };
  JkbCaseNotice *notices[] = { make_report (1, "One"), make_report (2, "Two") };
  JkbCaseFile file = { .notices = g_ptr_array_new (), .facts = g_ptr_array_new () };
  g_autofree char *words = NULL;

  g_ptr_array_add (file.notices, notices[0]);
  g_ptr_array_add (file.facts, &facts[0]);
  g_ptr_array_add (file.facts, &facts[1]);
  g_assert_null (jkb_headline_chain (&file));
  g_ptr_array_add (file.notices, notices[1]);
  words = jkb_headline_chain (&file);
  g_assert_cmpstr (words, ==, "1. One\n2. Two\n    People affected: 300 people → 12 people");
  g_ptr_array_unref (file.notices);
  g_ptr_array_unref (file.facts);
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      jkb_item_free (notices[i]->item);
      g_free (notices[i]);
    }
}

/* ---- what stays in one line ---- */

static void
assert_unbroken (PangoLayout *layout, const char *text, GArray *spans)
{
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      gsize start = (gsize) pango_layout_get_line_readonly (layout, i)->start_index;

      for (guint j = 0; j < spans->len; j++)
        {
          const JkbSpan *span = &g_array_index (spans, JkbSpan, j);

          if (start > span->begin && start < span->end)
            g_error ("“%s” is broken at “%s”", text, text + start);
        }
    }
}

/* At whatever width that has room for the longest of them. */
static void
test_unbroken (void)
{
  static const char text[] = "当社は2032年6月14日に、お客様約12,450名の情報が令和12年5月10日から昨年８月まで、3月1日を除き、"
                             "1,482件(平成元年以後2031年7月の分)漏えいしたと公表し、97日後に9社と5万人へ知らせました。";
  static const char *const expected[] = { "2032年6月14日", "約12,450名", "令和12年5月10日", "3月1日", "1,482件",
                                          "平成元年", "2031年7月", "97日", "9社", "5万人" };
  g_autoptr(GArray) spans = jkb_unbroken_find (text);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  g_assert_cmpuint (spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < spans->len; i++)
    {
      const JkbSpan *span = &g_array_index (spans, JkbSpan, i);
      g_autofree char *found = g_strndup (text + span->begin, span->end - span->begin);

      g_assert_cmpstr (found, ==, expected[i]);
    }
  pango_layout_set_text (layout, expected[0], -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  jkb_unbroken_add (attributes, text);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (int more = width / 2; more < 5 * width; more++)
    {
      pango_layout_set_width (layout, (width + more) * PANGO_SCALE);
      assert_unbroken (layout, text, spans);
    }
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/words/unknown-is-not-none", test_unknown_is_not_none);
  g_test_add_func ("/words/every-column", test_every_column);
  g_test_add_func ("/words/normalize", test_normalize);
  g_test_add_func ("/words/headline", test_headline);
  g_test_add_func ("/words/time-line", test_time_line);
  g_test_add_func ("/words/figures", test_figures);
  g_test_add_func ("/words/time-scale", test_time_scale);
  g_test_add_func ("/words/time-numbers", test_time_numbers);
  g_test_add_func ("/words/chain", test_chain);
  g_test_add_func ("/words/fact-groups", test_fact_groups);
  g_test_add_func ("/words/unbroken", test_unbroken);
  return g_test_run ();
}
