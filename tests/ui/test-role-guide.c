/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages beside the roles that guide a person: which framework.
 */
#include <locale.h>

#include "frameworks/jkb-framework-guide.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-guide.h"
#include "ui/jkb-role-tools.h"
#include "ui/jkb-roles-page.h"

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
    }
}

/* Sizes are those of the roles that were read. */
static void
check_sizes (GtkWidget *guide)
{
  const GPtrArray *all = jkb_frameworks_get_all (get_frameworks ());

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);
      g_autofree char *number = jkb_label_number (framework->roles->len);
      g_autofree char *size
          = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%s × %s"), number,
                             jkb_reference_label (&framework->unit));
      g_autofree char *edition = g_strdup_printf (
          g_dpgettext2 (GETTEXT_PACKAGE, "edition",
                        framework->is_current ? "Edition %s, the current one" : "Edition %s"),
          framework->edition);
      g_autofree char *line
          = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%s: %s"), edition, size);

      g_assert_nonnull (find_label (guide, line));
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

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/role-guide/which-framework", test_guide);
  return g_test_run ();
}
