/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-casebook-actions.h"

#include <glib/gi18n-lib.h>

#include "store/jkb-store-copy.h"
#include "store/jkb-store-restore.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-store-words.h"
#include "ui/jkb-compat.h"

#define HEADING_CHARS 36                /* of text that is as wide as the longest heading */
#define N_PROBLEMS_SHOWN 10

/* What one call of a store came back to. */
typedef struct
{
  JkbWindow *window;
  JkbToaster *toaster;
  char *name;
} Call;

static Call *
new_call (JkbWindow *window, JkbToaster *toaster, const char *name)
{
  Call *call = g_new0 (Call, 1);

  call->window = g_object_ref (window);
  call->toaster = g_object_ref (toaster);
  call->name = g_strdup (name);
  return call;
}

static void
free_call (Call *call)
{
  g_object_unref (call->window);
  g_object_unref (call->toaster);
  g_free (call->name);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, free_call)

static JkbToaster *
get_toaster (JkbWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "casebook-toaster");
}

static char *
get_path (GListModel *files)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);

  return file != NULL ? g_file_get_path (file) : NULL;
}

/* ---------------------------------------------------------------- open, new */

static void
show_casebook (JkbWindow *window, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  jkb_application_show_casebook (JKB_APPLICATION (application), path);
}

static void
on_open_chosen_cb (GListModel *files, gpointer user_data)
{
  g_autofree char *path = get_path (files);

  if (path != NULL)
    show_casebook (user_data, path);
}

static void
on_open_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_compat_choose_files (user_data, _("Open a Casebook"), FALSE, on_open_chosen_cb, user_data);
}

static void
on_open_recent_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_casebook (user_data, g_variant_get_string (parameter, NULL));
}

/* What is there is never replaced by an empty casebook. */
static void
on_new_chosen_cb (GListModel *files, gpointer user_data)
{
  g_autofree char *path = get_path (files);

  if (path == NULL)
    return;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    jkb_toaster_say (get_toaster (user_data), _("There is a file of that name already. It was left as it is."));
  else
    show_casebook (user_data, path);
}

static void
on_new_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_compat_save_file (user_data, _("New Casebook"), "casebook.sqlite3", on_new_chosen_cb, user_data);
}

/* ---------------------------------------------------------------- copy */

static void
on_copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = jkb_store_save_copy_finish (JKB_STORE (object), result, &error);
  /* Translators: a file name */
  g_autofree char *words = good ? g_strdup_printf (_("Copy saved as “%s”"), call->name)
                                : jkb_casebook_describe_error (error);

  jkb_toaster_say (call->toaster, words);
}

static void
on_copy_chosen_cb (GListModel *files, gpointer user_data)
{
  JkbStore *store = jkb_casebook_get_store (jkb_window_get_casebook (user_data));
  g_autofree char *path = get_path (files);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  if (store != NULL && path != NULL)
    jkb_store_save_copy_async (store, path, NULL, on_copied_cb, new_call (user_data, get_toaster (user_data), name));
}

static void
on_copy_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "casebook-%Y-%m-%d.sqlite3");

  jkb_compat_save_file (user_data, _("Save a Copy of the Casebook"), name, on_copy_chosen_cb, user_data);
}

/* ---------------------------------------------------------------- check */

static char *
list_problems (const GPtrArray *problems)
{
  g_autoptr(GString) text = g_string_new (_("Keep the file as it is and go on with one of the copies that stand"
                                            " beside it; their names end in “backup” and a day."));

  for (guint i = 0; i < problems->len && i < N_PROBLEMS_SHOWN; i++)
    g_string_append_printf (text, "\n\n%s", (const char *) problems->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_result (JkbWindow *window, const GPtrArray *problems)
{
  g_autofree char *list = problems->len > 0 ? list_problems (problems) : NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Problem in the Casebook", "%u Problems in the Casebook",
                                                      problems->len), problems->len);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                              problems->len > 0 ? title : _("The Casebook Is in Order"), NULL);
  const char *words = list != NULL ? list : _("File, references, notices, the words of facts, the"
                                              " sums of cases and the index of the texts were looked through.");

  /* Not as the dialog's own text, which may become narrower than the heading: GTK 4.18 warns then. */
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "width-chars",
                                                    HEADING_CHARS, "max-width-chars", HEADING_CHARS, NULL));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
say_failure (Call *call, const GError *error)
{
  g_autofree char *words = jkb_casebook_describe_error (error);

  jkb_toaster_say (call->toaster, words);
}

static void
on_index_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = g_task_propagate_pointer (G_TASK (result), &error);

  if (problems == NULL)
    say_failure (call, error);
  else if (gtk_widget_get_mapped (GTK_WIDGET (call->window)))
    show_result (call->window, problems);
}

/* Adds what is wrong with the index to what is wrong with the rest. */
static void
check_index_in_thread (GTask *task, gpointer store, gpointer problems, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, &error);
  GPtrArray *of_index = fold != NULL ? jkb_case_loader_check_index (store, fold, cancellable, &error) : NULL;

  if (of_index == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_extend_and_steal (problems, of_index);
  g_task_return_pointer (task, g_ptr_array_ref (problems), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;
  GPtrArray *problems = jkb_store_check_finish (JKB_STORE (object), result, &error);

  if (problems == NULL)
    {
      say_failure (call, error);
      return;
    }
  task = g_task_new (object, NULL, on_index_checked_cb, g_steal_pointer (&call));
  g_task_set_source_tag (task, on_checked_cb);
  g_task_set_task_data (task, problems, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, check_index_in_thread);
}

static void
on_check_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbStore *store = jkb_casebook_get_store (jkb_window_get_casebook (user_data));

  if (store != NULL)
    jkb_store_check_async (store, NULL, on_checked_cb, new_call (user_data, get_toaster (user_data), NULL));
}

/* ---------------------------------------------------------------- the latest copy in place of a damaged casebook */

static void
restore_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autofree char *copy = jkb_store_find_copy (path);
  GError *error = NULL;
  char *set_aside;

  if (copy == NULL)
    g_task_return_new_error (task, JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_FOUND, "%s: no copy beside it",
                             (const char *) path);
  else if (jkb_store_restore_copy (path, copy, &set_aside, &error))
    g_task_return_pointer (task, set_aside, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbWindow *window = JKB_WINDOW (object);
  g_autoptr(GError) error = NULL;
  g_autofree char *set_aside = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *words = NULL;

  if (set_aside != NULL)
    {
      /* Translators: %s is a file name */
      words = g_strdup_printf (_("The latest copy is in use. The damaged file was kept as %s."), set_aside);
      jkb_casebook_open (jkb_window_get_casebook (window));
    }
  else
    words = jkb_casebook_describe_error (error);
  if (get_toaster (window) != NULL)
    jkb_toaster_say (get_toaster (window), words);
}

static void
on_restore_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbCasebook *casebook = jkb_window_get_casebook (user_data);
  g_autoptr(GTask) task = NULL;

  if (jkb_casebook_get_state (casebook) != JKB_CASEBOOK_FAILED
      || !g_error_matches (jkb_casebook_get_error (casebook), JKB_STORE_ERROR, JKB_STORE_ERROR_DAMAGED))
    return;
  task = g_task_new (user_data, NULL, on_restored_cb, NULL);
  g_task_set_source_tag (task, on_restore_activated_cb);
  g_task_set_task_data (task, g_strdup (jkb_casebook_get_path (casebook)), g_free);
  g_task_run_in_thread (task, restore_in_thread);
}

void
jkb_casebook_actions_add (JkbWindow *window, JkbToaster *toaster)
{
  static const GActionEntry entries[] = {
    { "new-casebook", on_new_activated_cb },
    { "open-casebook", on_open_activated_cb },
    { "open-recent", on_open_recent_activated_cb, "s" },
    { "save-copy", on_copy_activated_cb },
    { "check-casebook", on_check_activated_cb },
    { "restore-copy", on_restore_activated_cb },
  };

  g_return_if_fail (JKB_IS_WINDOW (window) && JKB_IS_TOASTER (toaster));

  g_object_set_data_full (G_OBJECT (window), "casebook-toaster", g_object_ref (toaster), g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

/* ---------------------------------------------------------------- words */

char *
jkb_casebook_describe_error (const GError *error)
{
  return g_strdup_printf ("%s\n%s", jkb_store_words_advise (error), error->message);
}
