/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-lens-actions.h"

#include <glib/gi18n-lib.h>

#include "frameworks/jkb-lens.h"
#include "ui/jkb-lens-page.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-roles-cases.h"

static void
on_lens_activated_cb (GSimpleAction *action, GVariant *parameter, JkbLensPage *lens)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n_ids;
  const gint64 *values = g_variant_get_fixed_array (parameter, &n_ids, sizeof (gint64));

  if (n_ids > 0)
    g_array_append_vals (ids, values, (guint) n_ids);
  jkb_lens_page_set_cases (lens, ids);
  gtk_widget_activate_action (GTK_WIDGET (lens), "win.role-tool", "s", "lens");
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* All cases of the casebook that have one of @subjects, ascending. */
static GArray *
find_cases (JkbCases *cases, guint32 subjects)
{
  g_autoptr(JkbFilter) everything = jkb_filter_new ();
  g_autoptr(JkbSelection) all
      = jkb_selection_new (cases, everything, (JkbOrder){ JKB_COLUMN_ADDED, FALSE }, NULL, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < jkb_selection_n (all); i++)
    {
      JkbCase incident;

      jkb_selection_get (all, i, &incident);
      if ((jkb_roles_cases_subjects (&incident) & subjects) != 0)
        g_array_append_val (ids, incident.id);
    }
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
on_cases_led_activated_cb (GSimpleAction *action, GVariant *parameter, JkbScope *scope)
{
  JkbReference *reference = jkb_reference_get_default ();
  const JkbRole *role
      = jkb_reference_find_role (reference, g_variant_get_string (parameter, NULL));
  JkbSelection *selection = jkb_scope_get_selection (scope);
  g_autoptr(JkbFilter) filter = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autofree char *name = NULL;

  if (role == NULL || selection == NULL)
    return;
  ids = find_cases (jkb_selection_get_cases (selection),
                    jkb_frameworks_subjects_led (jkb_reference_get_frameworks (reference), role));
  /* Translators: cases in which a role leads; %s is the role */
  name = g_strdup_printf (_("led by %s"), jkb_reference_label (&role->name));
  filter = jkb_filter_new ();
  jkb_filter_set_list (filter, JKB_FILTER_LIST_FOUND, name, ids);
  jkb_scope_set_filter (scope, filter);
}

static void
add_action (GActionMap *map, const char *name, const char *type, GCallback callback,
            gpointer object)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect_object (action, "activate", callback, object, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

static void
show_incidents (GSimpleAction *action, GVariant *parameter, GtkWidget *page)
{
  gtk_widget_activate_action (page, "win.page", "s", "incidents");
}

void
jkb_lens_actions_add (GActionMap *map, JkbRolesPage *page, JkbScope *scope)
{
  GtkWidget *lens;

  g_return_if_fail (JKB_IS_ROLES_PAGE (page));
  g_return_if_fail (JKB_IS_SCOPE (scope));

  lens = jkb_lens_page_new (scope);
  jkb_roles_page_add_tool (page, "lens", _("Roles of These Cases"), lens);
  add_action (map, "lens", "ax", G_CALLBACK (on_lens_activated_cb), lens);
  add_action (map, "cases-led", "s", G_CALLBACK (on_cases_led_activated_cb), scope);
  g_signal_connect_object (g_action_map_lookup_action (map, "cases-led"), "activate",
                           G_CALLBACK (show_incidents), page, 0);
}
