/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-list.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-reference.h"
#include "ui/jkb-shrink.h"

/* A role as an item of a list model. */
#define JKB_TYPE_ROLE_ITEM (jkb_role_item_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleItem, jkb_role_item, JKB, ROLE_ITEM, GObject)

struct _JkbRoleItem
{
  GObject parent_instance;

  JkbFrameworks *frameworks;            /* keeps the role alive */
  const JkbRole *role;
};

G_DEFINE_FINAL_TYPE (JkbRoleItem, jkb_role_item, G_TYPE_OBJECT)

static void
jkb_role_item_finalize (GObject *object)
{
  jkb_frameworks_unref (JKB_ROLE_ITEM (object)->frameworks);
  G_OBJECT_CLASS (jkb_role_item_parent_class)->finalize (object);
}

static void
jkb_role_item_class_init (JkbRoleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_role_item_finalize;
}

static void
jkb_role_item_init (JkbRoleItem *self)
{
}

struct _JkbRoleList
{
  AdwBin parent_instance;

  GListStore *items;
  GtkSingleSelection *selection;
  GtkListView *view;
  gboolean is_filling;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbRoleList, jkb_role_list, ADW_TYPE_BIN)

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label = jkb_cut_label_new (NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_line ("heading"));
  gtk_box_append (GTK_BOX (box), make_line ("caption"));
  gtk_box_append (GTK_BOX (box), make_line ("dim-label"));
  gtk_widget_add_css_class (box, "role-row");
  gtk_list_item_set_child (item, box);
}

/* Whose words these are, when they are not the bundled ones. */
static const char *
word_origin (const JkbRole *role)
{
  if (role->origin == JKB_ORIGIN_OWN)
    return _("added by you");
  if (role->is_changed)
    return _("changed by you");
  return role->origin == JKB_ORIGIN_IMPORTED ? _("imported") : "";
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const JkbRole *role = JKB_ROLE_ITEM (gtk_list_item_get_item (item))->role;
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *place = gtk_widget_get_next_sibling (name);
  GtkWidget *summary = gtk_widget_get_next_sibling (place);
  g_autofree char *title = jkb_reference_title (role->framework);
  g_autofree char *place_words
      = role->framework->n_categories > 1
            ? g_strdup_printf ("%s · %s · %s", title, role->id,
                               jkb_reference_label (&role->category))
            : g_strdup_printf ("%s · %s", title, role->id);
  const char *mark = word_origin (role);
  g_autofree char *words = *mark != '\0' ? g_strdup_printf ("%s · %s", place_words, mark)
                                         : g_strdup (place_words);

  gtk_label_set_text (GTK_LABEL (name), jkb_reference_label (&role->name));
  gtk_label_set_text (GTK_LABEL (place), words);
  gtk_label_set_text (GTK_LABEL (summary), jkb_reference_label (&role->summary));
}

static void
scroll_to_chosen (JkbRoleList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* A list that had no place yet could not scroll. */
static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JkbRoleList *self = JKB_ROLE_LIST (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return G_SOURCE_CONTINUE;
  scroll_to_chosen (self);
  return G_SOURCE_REMOVE;
}

static void
jkb_role_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jkb_role_list_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, on_frame_cb, NULL, NULL);
}

static void
on_selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, JkbRoleList *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
jkb_role_list_dispose (GObject *object)
{
  JkbRoleList *self = JKB_ROLE_LIST (object);

  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (jkb_role_list_parent_class)->dispose (object);
}

static void
jkb_role_list_class_init (JkbRoleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_role_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = jkb_role_list_map;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
jkb_role_list_init (JkbRoleList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->items = g_list_store_new (JKB_TYPE_ROLE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  self->view = GTK_LIST_VIEW (
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Roles"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           0);
}

static guint
find_role (JkbRoleList *self, const JkbRole *role)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; role != NULL && i < n; i++)
    {
      g_autoptr(JkbRoleItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item->role == role)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
jkb_role_list_set_roles (JkbRoleList *self, JkbFrameworks *frameworks, const GPtrArray *roles)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const JkbRole *chosen;

  g_return_if_fail (JKB_IS_ROLE_LIST (self));

  chosen = jkb_role_list_get_role (self);
  for (guint i = 0; i < roles->len; i++)
    {
      JkbRoleItem *item = g_object_new (JKB_TYPE_ROLE_ITEM, NULL);

      item->frameworks = jkb_frameworks_ref (frameworks);
      item->role = g_ptr_array_index (roles, i);
      g_ptr_array_add (items, item);
    }
  self->is_filling = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  self->is_filling = FALSE;
  jkb_role_list_choose (self, chosen);
}

void
jkb_role_list_choose (JkbRoleList *self, const JkbRole *role)
{
  guint position;

  g_return_if_fail (JKB_IS_ROLE_LIST (self));

  position = find_role (self, role);
  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_filling = FALSE;
  scroll_to_chosen (self);
}

const JkbRole *
jkb_role_list_get_role (JkbRoleList *self)
{
  JkbRoleItem *item;

  g_return_val_if_fail (JKB_IS_ROLE_LIST (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? item->role : NULL;
}
