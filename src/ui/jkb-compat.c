/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-compat.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* The chooser is a plain object that must live as long as it is on the screen. */
typedef struct
{
  GtkFileChooserNative *chooser;
  JkbFilesFunc func;
  GWeakRef owner;
} Choice;

static void
choice_free (Choice *choice)
{
  g_weak_ref_clear (&choice->owner);
  g_object_unref (choice->chooser);
  g_free (choice);
}

static void
on_chooser_responded_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr(GObject) owner = g_weak_ref_get (&choice->owner);

  if (response == GTK_RESPONSE_ACCEPT && owner != NULL)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      choice->func (files, owner);
    }
  gtk_native_dialog_destroy (dialog);
  choice_free (choice);
}

static GtkFileChooser *
show_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action, JkbFilesFunc func,
              GObject *owner)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  g_weak_ref_init (&choice->owner, owner);
  choice->chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  g_signal_connect (choice->chooser, "response", G_CALLBACK (on_chooser_responded_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
  return GTK_FILE_CHOOSER (choice->chooser);
}

void
jkb_compat_choose_files (GtkWindow *parent, const char *title, gboolean folders, JkbFilesFunc func,
                         GObject *owner)
{
  GtkFileChooser *chooser
      = show_chooser (parent, title,
                      folders ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                              : GTK_FILE_CHOOSER_ACTION_OPEN, func, owner);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
}

void
jkb_compat_save_file (GtkWindow *parent, const char *title, const char *name, JkbFilesFunc func,
                      GObject *owner)
{
  GtkFileChooser *chooser
      = show_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, func, owner);

  gtk_file_chooser_set_current_name (chooser, name);
}

gboolean
jkb_compat_open_uri (GtkWindow *parent, const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);

  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    return FALSE;
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
  return TRUE;
}

static char *announced;

const char *
jkb_compat_get_announced (void)
{
  return announced;
}

void
jkb_compat_announce (GtkWidget *widget, const char *text)
{
  g_free (announced);
  announced = g_strdup (text);
#if GTK_CHECK_VERSION (4, 14, 0)
  g_autoptr(GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* With GTK_A11Y=test nobody listens, and GTK 4.18 calls a function there that is not there. */
  if (context != NULL && strcmp (G_OBJECT_TYPE_NAME (context), "GtkTestATContext") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

void
jkb_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

gboolean
jkb_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  return gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color);
}

GtkWidget *
jkb_compat_get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
on_unrealized_cb (GtkWidget *window, gpointer user_data)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), NULL);
}

void
jkb_compat_let_parent_go (GtkWindow *window)
{
  g_signal_connect (window, "unrealize", G_CALLBACK (on_unrealized_cb), NULL);
}

void
jkb_compat_set_expander_child (GtkExpander *expander, GtkWidget *child)
{
  gtk_expander_set_child (expander, child);
  g_object_bind_property (expander, "expanded", child, "can-focus", G_BINDING_SYNC_CREATE);
}

void
jkb_compat_align_header (GtkColumnView *view, guint position)
{
  GtkWidget *title = gtk_widget_get_first_child (GTK_WIDGET (view));

  if (title != NULL)
    title = gtk_widget_get_first_child (title);
  for (guint i = 0; i < position && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  if (title != NULL && GTK_IS_BOX (gtk_widget_get_first_child (title)))
    gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
}

void
jkb_compat_scroll_to_row (GtkColumnView *view, guint position)
{
#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_column_view_scroll_to (view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
#else
  /* The action is that of the list inside the view, which is its last child. */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (view)),
                              "list.scroll-to-item", "u", position);
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS
