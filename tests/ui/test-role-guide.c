/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages beside the roles that guide a person: which framework, where to from another kind of work,
 * who acts in several cases.
 */
#include <locale.h>

#include "frameworks/jkb-career.h"
#include "frameworks/jkb-framework-guide.h"
#include "frameworks/jkb-lens.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-lens-page.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-career.h"
#include "ui/jkb-role-guide.h"
#include "ui/jkb-role-tools.h"
#include "ui/jkb-roles-cases.h"
#include "ui/jkb-roles-page.h"
#include "ui/jkb-settings.h"

static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static JkbFrameworks *
get_frameworks (void)
{
  return jkb_reference_get_frameworks (jkb_reference_get_default ());
}

/* ---- which framework ---- */

/* Titles of the cards, in their order. */
static char *
list_cards (GtkWidget *guide)
{
  GString *titles = g_string_new (NULL);
  g_autoptr(GPtrArray) found = jkb_frameworks_guide (get_frameworks (), JKB_GUIDE_USE);
  GtkWidget *card;

  g_assert_cmpuint (found->len, >, 0);
  {
    g_autofree char *title = jkb_reference_title (g_ptr_array_index (found, 0));
    GtkWidget *label = find_label (guide, title);

    g_assert_nonnull (label);
    card = gtk_widget_get_ancestor (label, ADW_TYPE_BIN);
  }
  for (card = gtk_widget_get_first_child (gtk_widget_get_parent (card)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    g_string_append_printf (titles, "%s|", gtk_label_get_text (driver_find (card, GTK_TYPE_LABEL)));
  return g_string_free (titles, FALSE);
}

static char *
list_expected (JkbGuideTopic reader)
{
  g_autoptr(GPtrArray) found = jkb_frameworks_guide (get_frameworks (), reader);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *title = jkb_reference_title (g_ptr_array_index (found, i));

      g_string_append_printf (titles, "%s|", title);
    }
  return g_string_free (titles, FALSE);
}

static void
check_reader (JkbRoleGuide *guide, JkbGuideTopic reader)
{
  g_autofree char *expected = list_expected (reader);
  g_autofree char *shown = NULL;

  jkb_role_guide_choose (guide, (int) reader);
  shown = list_cards (GTK_WIDGET (guide));
  g_assert_cmpstr (shown, ==, expected);
  for (guint i = 0; reader >= JKB_GUIDE_FIRST_READER && i < 4; i++)
    {
      static const char *const ids[] = { "nice", "ecsf", "ccf", "secbok" };
      const JkbAdvice *advice = jkb_frameworks_advice (get_frameworks (), ids[i], reader);

      g_assert_nonnull (find_label (GTK_WIDGET (guide), jkb_reference_label (&advice->text)));
      advice = jkb_frameworks_advice (get_frameworks (), ids[i], JKB_GUIDE_ARTICLE);
      g_assert_nonnull (find_label (GTK_WIDGET (guide), jkb_reference_label (&advice->text)));
    }
}

/* Sizes are those of the roles that were read, in the word of the publisher and in its plural. */
static void
check_sizes (GtkWidget *guide)
{
  const GPtrArray *all = jkb_frameworks_get_all (get_frameworks ());

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);
      g_autofree char *size = jkb_reference_count_units (framework, framework->roles->len);
      g_autofree char *edition = g_strdup_printf (
          g_dpgettext2 (GETTEXT_PACKAGE, "edition",
                        framework->is_current ? "Edition %s, the current one" : "Edition %s"),
          framework->edition);
      g_autofree char *line
          = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%s: %s"), edition, size);

      g_assert_nonnull (find_label (guide, line));
      if (strcmp (framework->unit.en, "work role") == 0)
        g_assert_true (g_str_has_suffix (size, jkb_label_pick (" work roles", "件")));
    }
}

static void
check_guide (JkbWindow *window, gpointer data)
{
  JkbRoleGuide *guide;
  GtkWidget *page;

  driver_wait_ready (window);
  driver_wait_until (get_frameworks () != NULL);
  driver_activate (window, "win.role-tool::guide");
  guide = driver_find (window, JKB_TYPE_ROLE_GUIDE);
  driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (guide)));
  for (int reader = JKB_GUIDE_FIRST_READER; reader < JKB_N_GUIDE_TOPICS; reader++)
    check_reader (guide, (JkbGuideTopic) reader);
  check_reader (guide, JKB_GUIDE_USE);
  check_sizes (GTK_WIDGET (guide));
  /* The focus is in the choice of the reader: the keyboard is there at once. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (guide)));
  g_signal_emit_by_name (driver_find (driver_find (window, JKB_TYPE_ROLE_TOOLS), GTK_TYPE_BUTTON),
                         "clicked");
  driver_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (guide)));
  driver_activate (window, "win.show-edition::nice/2017");
  page = driver_find (window, JKB_TYPE_ROLES_PAGE);
  driver_wait_until (gtk_widget_get_mapped (page));
  g_assert_nonnull (find_label (page, "NICE 2017"));
}

static void
test_guide (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_guide, NULL);
}

/* ---- changing careers ---- */

static GtkWidget *
find_answer (GtkWidget *root, const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_CHECK_BUTTON (root) && g_strcmp0 (gtk_widget_get_name (root), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_answer (child, name);
  return found;
}

static void
answer (GtkWidget *career, const char *name, gboolean is_true)
{
  GtkWidget *button = find_answer (career, name);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_true);
}

/* The hints are those of the headless room, best first, each with all its reasons. */
static void
check_hints (GtkWidget *career, const char *const *answers)
{
  g_autoptr(GPtrArray) hints = jkb_frameworks_career (get_frameworks (), answers);
  const JkbCareerHint *first = g_ptr_array_index (hints, 0);

  g_assert_nonnull (find_label (career, jkb_reference_label (&first->role->name)));
  for (guint i = 0; i < first->reasons->len; i++)
    {
      const JkbCareerReason *reason = g_ptr_array_index (first->reasons, i);

      g_assert_nonnull (find_label (career, jkb_reference_label (&reason->text)));
    }
}

static void
print_files (const char *path, GString *out)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *contents = NULL;
      gsize n_bytes = 0;

      /* Readers of the casebook leave their marks in the first, drawing fills the second. */
      if (g_str_has_suffix (name, "-shm") || g_str_equal (name, "mesa_shader_cache"))
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        print_files (child, out);
      else if (g_file_get_contents (child, &contents, &n_bytes, NULL))
        {
          g_autofree char *sum
              = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, n_bytes);

          g_string_append_printf (out, "%s %s\n", child, sum);
        }
    }
}

/* All that is kept of a person: settings, and the files of the home that the test has. */
static char *
print_kept (void)
{
  GSettings *settings = jkb_settings_get ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;
  GString *out = g_string_new (NULL);

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autoptr(GVariant) value = g_settings_get_user_value (settings, keys[i]);
      g_autofree char *text = value != NULL ? g_variant_print (value, TRUE) : NULL;

      g_string_append_printf (out, "%s %s\n", keys[i], text != NULL ? text : "unset");
    }
  print_files (g_get_home_dir (), out);
  return g_string_free (out, FALSE);
}

/* What the start still writes is not what this is about. */
static char *
wait_kept (void)
{
  char *kept = print_kept ();
  gboolean is_still = FALSE;

  while (!is_still)
    {
      char *before = kept;

      driver_settle (200);
      kept = print_kept ();
      is_still = g_str_equal (before, kept);
      g_free (before);
    }
  return kept;
}

static void
check_kept (GtkWidget *career)
{
  GSettings *settings = jkb_settings_get ();
  GtkSwitch *keep = driver_find (career, GTK_TYPE_SWITCH);
  g_autoptr(GVariant) value = NULL;
  g_autofree char *text = NULL;
  GtkWidget *again;

  g_assert_null (g_settings_get_user_value (settings, "career-answers"));
  gtk_switch_set_active (keep, TRUE);
  answer (career, "traces", TRUE);
  value = g_settings_get_user_value (settings, "career-answers");
  text = g_variant_print (value, FALSE);
  g_assert_cmpstr (text, ==, "['law', 'traces']");
  again = g_object_ref_sink (jkb_role_career_new ());
  g_assert_true (gtk_switch_get_active (driver_find (again, GTK_TYPE_SWITCH)));
  g_object_unref (again);
  gtk_switch_set_active (keep, FALSE);
  g_assert_null (g_settings_get_user_value (settings, "career-answers"));
}

static void
check_career (JkbWindow *window, gpointer data)
{
  static const char *const emergency[] = { "emergency", "decide", NULL };
  static const char *const law[] = { "law", NULL };
  GtkWidget *career;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  driver_wait_ready (window);
  driver_wait_until (get_frameworks () != NULL);
  driver_activate (window, "win.role-tool::career");
  career = driver_find (window, JKB_TYPE_ROLE_CAREER);
  driver_wait_until (find_answer (career, "law") != NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_answer (career, "support"));
  before = wait_kept ();
  answer (career, "emergency", TRUE);
  answer (career, "decide", TRUE);
  check_hints (career, emergency);
  answer (career, "emergency", FALSE);
  answer (career, "decide", FALSE);
  answer (career, "law", TRUE);
  check_hints (career, law);
  driver_settle (200);
  after = print_kept ();
  g_assert_cmpstr (after, ==, before);
  check_kept (career);
}

static void
test_career (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_career, NULL);
}

/* ---- roles of several cases ---- */

/* Three cases from different places of the table. */
static void
choose_cases (JkbWindow *window, GArray *ids)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  GVariant *parameter;

  for (guint i = 0; i < 3; i++)
    {
      gint64 id = jkb_selection_get_id (selection, i * 7);

      g_array_append_val (ids, id);
    }
  parameter = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len,
                                         sizeof (gint64));
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.lens", parameter);
}

static GArray *
list_subjects (JkbWindow *window, const GArray *ids)
{
  JkbCases *cases
      = jkb_selection_get_cases (jkb_scope_get_selection (jkb_window_get_scope (window)));
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < ids->len; i++)
    {
      JkbCase incident;
      guint32 value;
      guint slot;

      g_assert_true (jkb_cases_find (cases, g_array_index (ids, gint64, i), &slot));
      jkb_cases_get (cases, slot, &incident);
      value = jkb_roles_cases_subjects (&incident);
      g_array_append_val (subjects, value);
    }
  return subjects;
}

/* In each phase and framework every role that leads is there with its reason. Returns: one of them */
static const JkbRole *
check_leads (GtkWidget *page, const GArray *subjects)
{
  const GPtrArray *all = jkb_frameworks_get_all (get_frameworks ());
  const JkbRole *one = NULL;

  for (int phase = 0; phase < JKB_N_PHASES; phase++)
    {
      g_assert_nonnull (find_label (page, jkb_label (JKB_WORDS_PHASE, phase)));
      for (guint i = 0; i < all->len; i++)
        {
          const JkbFramework *framework = g_ptr_array_index (all, i);
          g_autoptr(GPtrArray) lens
              = jkb_frameworks_lens (get_frameworks (), (const guint32 *) subjects->data,
                                     subjects->len, framework, (JkbPhase) phase);

          for (guint j = 0; j < lens->len && framework->is_current; j++)
            {
              const JkbLensRole *role = g_ptr_array_index (lens, j);
              const JkbAssignment *part = g_ptr_array_index (role->parts, 0);

              if (role->n_led == 0)
                break;
              one = role->role;
              g_assert_nonnull (find_label (page, jkb_reference_label (&role->role->name)));
              g_assert_nonnull (find_label (page, jkb_reference_label (&part->reason)));
            }
        }
    }
  return one;
}

static guint
count_led (JkbWindow *window, const JkbRole *role)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  guint32 led = jkb_frameworks_subjects_led (get_frameworks (), role);
  guint n = 0;

  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      JkbCase incident;

      jkb_selection_get (selection, i, &incident);
      n += (jkb_roles_cases_subjects (&incident) & led) != 0;
    }
  return n;
}

/* From a role back to its cases, and back again by undo. */
static void
check_way_back (JkbWindow *window, const JkbRole *role)
{
  guint n_all = driver_count_cases (window), n_led = count_led (window, role);
  g_autofree char *name = jkb_reference_name_role (role);
  g_autofree char *action = g_strdup_printf ("win.cases-led::%s", name);
  g_autofree char *page = NULL;
  g_autoptr(GVariant) state = NULL;

  g_assert_cmpuint (n_led, >, 0);
  g_assert_cmpuint (n_led, <, n_all);
  driver_activate (window, action);
  driver_wait_cases (window, n_led);
  state = g_action_group_get_action_state (G_ACTION_GROUP (window), "page");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "incidents");
  g_assert_cmpuint (count_led (window, role), ==, n_led);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, n_all);
  driver_activate (window, "win.redo");
  driver_wait_cases (window, n_led);
}

static void
check_lens (JkbWindow *window, gpointer data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) subjects = NULL;
  GtkWidget *page;
  const JkbRole *role;

  driver_wait_ready (window);
  driver_wait_until (get_frameworks () != NULL);
  choose_cases (window, ids);
  page = driver_find (window, JKB_TYPE_LENS_PAGE);
  driver_wait_until (gtk_widget_get_mapped (page));
  subjects = list_subjects (window, ids);
  role = check_leads (page, subjects);
  g_assert_nonnull (role);
  check_way_back (window, role);
  /* With no row chosen in the table: all that the filter leaves. */
  driver_activate (window, "win.lens-of-chosen");
  driver_wait_until (gtk_widget_get_mapped (page));
  driver_settle (50);
  g_assert_nonnull (find_label (page, jkb_reference_label (&role->name)));
}

static void
test_lens (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_lens, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/role-guide/which-framework", test_guide);
  g_test_add_func ("/role-guide/career", test_career);
  g_test_add_func ("/role-guide/lens", test_lens);
  return g_test_run ();
}
