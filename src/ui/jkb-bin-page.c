/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-bin-page.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-headline.h"
#include "ui/jkb-line.h"
#include "ui/jkb-shrink.h"

/* As wide as the words above the list ask to be; a page in place of the table must not widen the window. */
#define N_WIDTH_CHARS 28

struct _JkbBinPage
{
  AdwBin parent_instance;

  JkbCaseLists *lists;
  GtkStack *stack;                      /* empty, cases */
  GListStore *cases;                    /* element-type GtkStringObject, with the number as data */
};

G_DEFINE_FINAL_TYPE (JkbBinPage, jkb_bin_page, ADW_TYPE_BIN)

/* ---------------------------------------------------------------- rows */

static void
restore (GtkWidget *widget, GObject *object)
{
  const gint64 *id = g_object_get_data (object, "case");

  gtk_widget_activate_action (widget, "win.restore-case", "x", *id);
}

static void
on_restore_clicked_cb (GtkButton *button, GtkListItem *item)
{
  restore (GTK_WIDGET (button), gtk_list_item_get_item (item));
}

static void
on_activated_cb (GtkListView *view, guint position, JkbBinPage *self)
{
  g_autoptr(GObject) object = g_list_model_get_item (G_LIST_MODEL (self->cases), position);

  restore (GTK_WIDGET (view), object);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = jkb_wrapped_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore"));

  gtk_widget_add_css_class (box, "bin-row");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_restore_clicked_cb), item);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));
  /* Translators: button of a case in the bin; organisation and heading of the case */
  g_autofree char *name = g_strdup_printf (_("Restore “%s”"), title);

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkStringObject *
make_case (const JkbIncident *incident)
{
  g_autofree char *title = jkb_headline_line (incident);
  GtkStringObject *object = gtk_string_object_new (title);

  g_object_set_data_full (G_OBJECT (object), "case", g_memdup2 (&incident->id, sizeof incident->id), g_free);
  return object;
}

static void
show (JkbBinPage *self)
{
  GPtrArray *bin = jkb_case_lists_get_bin (self->lists);
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < bin->len; i++)
    g_ptr_array_add (objects, make_case (bin->pdata[i]));
  g_list_store_splice (self->cases, 0, g_list_model_get_n_items (G_LIST_MODEL (self->cases)), objects->pdata,
                       objects->len);
  gtk_stack_set_visible_child_name (self->stack, bin->len > 0 ? "cases" : "empty");
}

/* ---------------------------------------------------------------- the object */

static void
jkb_bin_page_dispose (GObject *object)
{
  JkbBinPage *self = JKB_BIN_PAGE (object);

  g_clear_object (&self->lists);
  g_clear_object (&self->cases);
  G_OBJECT_CLASS (jkb_bin_page_parent_class)->dispose (object);
}

static void
jkb_bin_page_class_init (JkbBinPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_bin_page_dispose;
}

static GtkWidget *
make_bar (void)
{
  GtkWidget *bar = jkb_line_new ();
  GtkWidget *words = jkb_wrapped_label_new (_("Enter restores a case. Emptying the bin deletes the notices, too."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Empty the Bin"));

  gtk_label_set_max_width_chars (GTK_LABEL (words), N_WIDTH_CHARS);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "dim-label");
  gtk_widget_add_css_class (bar, "bin-bar");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.empty-bin");
  gtk_box_append (GTK_BOX (bar), words);
  gtk_box_append (GTK_BOX (bar), button);
  return bar;
}

static GtkWidget *
make_list (JkbBinPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *model = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->cases)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cases in the Bin"), -1);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect (list, "activate", G_CALLBACK (on_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar ());
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static void
jkb_bin_page_init (JkbBinPage *self)
{
  GtkWidget *empty = adw_status_page_new ();

  self->cases = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "user-trash-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("The Bin Is Empty"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty), _("Cases that are deleted come here and can be taken back."));
  gtk_widget_add_css_class (empty, "compact");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, make_list (self), "cases");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
jkb_bin_page_set_lists (JkbBinPage *self, JkbCaseLists *lists)
{
  g_return_if_fail (JKB_IS_BIN_PAGE (self));
  g_return_if_fail (self->lists == NULL);

  self->lists = g_object_ref (lists);
  g_signal_connect_object (lists, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
