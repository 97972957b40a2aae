/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-twins-page.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-headline.h"
#include "ui/jkb-line.h"
#include "ui/jkb-shrink.h"

struct _JkbTwinsPage
{
  AdwBin parent_instance;

  JkbTwinFinder *finder;
  GtkStack *stack;                      /* empty, pairs */
  GListStore *pairs;                    /* element-type GtkStringObject: the reason; the rest as its data */
  gboolean is_behind;                   /* the finder has others */
};

G_DEFINE_FINAL_TYPE (JkbTwinsPage, jkb_twins_page, ADW_TYPE_BIN)

/* What a row shows, so that it does not depend on proposals that go. */
typedef struct
{
  gint64 one;
  gint64 other;
  char *one_words;
  char *other_words;
} Pair;

static void
free_pair (gpointer data)
{
  Pair *pair = data;

  g_free (pair->one_words);
  g_free (pair->other_words);
  g_free (pair);
}

static const Pair *
get_pair (gpointer item)
{
  return g_object_get_data (item, "pair");
}

/* ---------------------------------------------------------------- rows */

static void
activate_on (GtkWidget *widget, const char *action, gpointer item)
{
  const Pair *pair = get_pair (item);

  gtk_widget_activate_action (widget, action, "(xx)", pair->one, pair->other);
}

static void
on_compare_clicked_cb (GtkButton *button, GtkListItem *item)
{
  activate_on (GTK_WIDGET (button), "win.compare-cases", gtk_list_item_get_item (item));
}

static void
on_different_clicked_cb (GtkButton *button, GtkListItem *item)
{
  activate_on (GTK_WIDGET (button), "win.different-pair", gtk_list_item_get_item (item));
}

static void
on_activated_cb (GtkListView *view, guint position, JkbTwinsPage *self)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->pairs), position);

  activate_on (GTK_WIDGET (view), "win.compare-cases", item);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = jkb_wrapped_label_new (NULL);

  /* Two cases are told apart by all of their words. */
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (GtkWidget *box, const char *title, GCallback callback, GtkListItem *item)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", callback, item);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = jkb_line_new ();
  GtkWidget *buttons = jkb_line_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (row, "twins-row");
  add_label (words, NULL);
  add_label (words, NULL);
  add_label (words, "dim-label");
  gtk_box_append (GTK_BOX (row), words);
  add_button (buttons, _("_Compare…"), G_CALLBACK (on_compare_clicked_cb), item);
  add_button (buttons, _("_Not the Same"), G_CALLBACK (on_different_clicked_cb), item);
  gtk_box_append (GTK_BOX (row), buttons);
  gtk_list_item_set_child (item, row);
}

/* @name: (transfer full): what a screen reader says */
static void
name_button (GtkWidget *button, char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gpointer object = gtk_list_item_get_item (item);
  const Pair *pair = get_pair (object);
  const char *const texts[] = { pair->one_words, pair->other_words, gtk_string_object_get_string (object) };
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  GtkWidget *button = gtk_widget_get_first_child (gtk_widget_get_last_child (row));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++, label = gtk_widget_get_next_sibling (label))
    gtk_label_set_text (GTK_LABEL (label), texts[i]);
  /* Translators: name of a button for screen readers; two cases, each with organisation, type and date */
  name_button (button, g_strdup_printf (_("Compare “%s” and “%s”"), pair->one_words, pair->other_words));
  name_button (gtk_widget_get_next_sibling (button),
               /* Translators: name of a button for screen readers; two cases, each with organisation, type and date */
               g_strdup_printf (_("“%s” and “%s” are different incidents"), pair->one_words, pair->other_words));
}

static GtkStringObject *
make_item (const JkbTwinProposal *proposal)
{
  g_autofree char *reason = jkb_twin_words (proposal);
  GtkStringObject *object = gtk_string_object_new (reason);
  Pair *pair = g_new0 (Pair, 1);

  pair->one = proposal->one->id;
  pair->other = proposal->other->id;
  pair->one_words = jkb_headline_line (proposal->one);
  pair->other_words = jkb_headline_line (proposal->other);
  g_object_set_data_full (G_OBJECT (object), "pair", pair, free_pair);
  return object;
}

static void
show (JkbTwinsPage *self)
{
  GPtrArray *proposals = jkb_twin_finder_get (self->finder);
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < proposals->len; i++)
    g_ptr_array_add (objects, make_item (proposals->pdata[i]));
  g_list_store_splice (self->pairs, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pairs)), objects->pdata,
                       objects->len);
  gtk_stack_set_visible_child_name (self->stack, proposals->len > 0 ? "pairs" : "empty");
  self->is_behind = FALSE;
}

/* To make the lines of some hundred pairs takes several frames, which nobody is to wait for who does not look. */
static void
on_found_cb (JkbTwinFinder *finder, JkbTwinsPage *self)
{
  self->is_behind = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

/* ---------------------------------------------------------------- the object */

static void
jkb_twins_page_dispose (GObject *object)
{
  JkbTwinsPage *self = JKB_TWINS_PAGE (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->pairs);
  G_OBJECT_CLASS (jkb_twins_page_parent_class)->dispose (object);
}

static void
jkb_twins_page_map (GtkWidget *widget)
{
  if (JKB_TWINS_PAGE (widget)->is_behind)
    show (JKB_TWINS_PAGE (widget));
  GTK_WIDGET_CLASS (jkb_twins_page_parent_class)->map (widget);
}

static gboolean
jkb_twins_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (JKB_TWINS_PAGE (widget)->stack), GTK_DIR_TAB_FORWARD);
}

static void
jkb_twins_page_class_init (JkbTwinsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_twins_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = jkb_twins_page_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = jkb_twins_page_grab_focus;
}

static GtkWidget *
make_list (JkbTwinsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *model = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->pairs)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (list, "activate", G_CALLBACK (on_activated_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Cases That May Be the Same"), -1);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static void
jkb_twins_page_init (JkbTwinsPage *self)
{
  GtkWidget *empty = adw_status_page_new ();

  self->pairs = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("No Case Seems to Be There Twice"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _("Cases of one organisation that share a day or a figure, or that are of one type"
                                     " and near in time, come here to be compared."));
  gtk_widget_add_css_class (empty, "compact");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, make_list (self), "pairs");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
jkb_twins_page_set_finder (JkbTwinsPage *self, JkbTwinFinder *finder)
{
  g_return_if_fail (JKB_IS_TWINS_PAGE (self));
  g_return_if_fail (self->finder == NULL);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (on_found_cb), self, 0);
  on_found_cb (finder, self);
}
