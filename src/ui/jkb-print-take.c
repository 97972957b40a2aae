/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-print-take.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/jkb-compat.h"
#include "ui/jkb-toaster.h"

static void
tell (GtkWidget *widget, const char *words)
{
  JkbToaster *toaster = jkb_toaster_find (widget);

  if (toaster != NULL)
    jkb_toaster_say (toaster, words);
  jkb_compat_announce (widget, words);
}

void
jkb_print_take_print (GtkWidget *widget, JkbPrint *print)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (jkb_print_send (print, widget, NULL, &error) || error == NULL)
    return;
  words = jkb_print_describe_error (error);
  tell (widget, words);
}

/* ---- save ---- */

/* What waits for a place to be chosen; kept with the widget that asked. */
typedef struct
{
  JkbPrint *print;
  char *table;
} Waiting;

static void
free_waiting (gpointer pointer)
{
  Waiting *waiting = pointer;

  jkb_print_free (waiting->print);
  g_free (waiting->table);
  g_free (waiting);
}

gboolean
jkb_print_take_write (GtkWidget *widget, JkbPrint *print, const char *table, GFile *file,
                      GError **error)
{
  g_autoptr(JkbPrint) owned = print;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;

  if (g_str_has_suffix (name, ".pdf") && g_file_peek_path (file) != NULL)
    return jkb_print_send (g_steal_pointer (&owned), widget, g_file_peek_path (file), error);
  text = g_str_has_suffix (name, ".tsv") && table != NULL ? g_strdup (table)
                                                          : jkb_print_describe (print);
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

static void
on_place_chosen (GListModel *files, gpointer user_data)
{
  GtkWidget *widget = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  Waiting *waiting = g_object_get_data (G_OBJECT (widget), "print-to-save");
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  if (jkb_print_take_write (widget, g_steal_pointer (&waiting->print), waiting->table, file,
                            &error))
    /* Translators: %s is the name of a file */
    words = g_strdup_printf (_("Saved as %s"), shown);
  else
    /* Translators: %s is why, from the system */
    words = g_strdup_printf (_("Not saved: %s"), error != NULL ? error->message : shown);
  tell (widget, words);
}

void
jkb_print_take_save (GtkWidget *widget, JkbPrint *print, const char *table, const char *name)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->print = print;
  waiting->table = g_strdup (table);
  g_object_set_data_full (G_OBJECT (widget), "print-to-save", waiting, free_waiting);
  jkb_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save"), name,
                        on_place_chosen, G_OBJECT (widget));
}

/* ---- copy ---- */

void
jkb_print_take_copy (GtkWidget *widget, JkbPrint *print)
{
  g_autoptr(JkbPrint) owned = print;
  g_autofree char *text = jkb_print_describe (print);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (widget, _("Text copied"));
}
