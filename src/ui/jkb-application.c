/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-application.h"

#include <glib/gi18n-lib.h>

#include "core/jkb-paths.h"
#include "jikenbo-resources.h"
#include "ui/jkb-about.h"
#include "ui/jkb-contrast.h"
#include "ui/jkb-help.h"
#include "ui/jkb-preferences.h"
#include "ui/jkb-search-provider.h"
#include "ui/jkb-window.h"

#define SERVICE_IDLE_MS (60 * 1000)

struct _JkbApplication
{
  AdwApplication parent_instance;

  GHashTable *casebooks;                /* path -> JkbCasebook */
  JkbSearchProvider *search_provider;   /* NULL while the program is on no bus */
};

G_DEFINE_FINAL_TYPE (JkbApplication, jkb_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "casebook", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the casebook FILE"), N_("FILE") },
  { "new-window", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Open a further window"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[NOTICE…]") },
  { NULL }
};

static const struct
{
  const char *action;
  const char *accels[4];
} shortcuts[] = {
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control>n" } },
  { "window.close", { "<Control>w" } },
  { "win.new-casebook", { "<Control><Shift>n" } },
  { "win.open-casebook", { "<Control><Alt>o" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.import", { "<Control>o" } },
  { "win.import-folder", { "<Control><Shift>o" } },
  { "win.paste", { "<Control><Shift>v" } },
  { "win.search", { "<Control>f" } },
  { "win.facets", { "F9" } },
  { "win.show-case", { "<Shift>F9" } },
  { "win.clear-filters", { "<Control><Shift>x" } },
  { "win.page::incidents", { "<Control>1", "<Alt>1" } },
  { "win.page::charts", { "<Control>2", "<Alt>2" } },
  { "win.page::roles", { "<Control>3", "<Alt>3" } },
  { "win.present", { "F11" } },
  { "win.back", { "<Alt>Left" } },
  { "win.next-case", { "<Alt>Down" } },
  { "win.previous-case", { "<Alt>Up" } },
  { "win.save-search", { "<Control>d" } },
  { "win.collect", { "<Control>l" } },
  { "win.uncollect", { "<Control><Shift>l" } },
  { "win.lens-of-chosen", { "<Control>j" } },
  { "win.review", { "<Control>r", NULL } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.accept-fact", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.correct-fact", { "<Control>e" } },
  { "win.reject-fact", { "<Control>Delete" } },
};

/* The window that a command is for: the one in front when it shows that casebook, else a new one. */
static JkbWindow *
find_window (JkbApplication *self, JkbCasebook *casebook)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (JKB_IS_WINDOW (l->data) && jkb_window_get_casebook (l->data) == casebook)
      return l->data;
  return NULL;
}

static JkbWindow *
open_window (JkbApplication *self, const char *path, gboolean force_new)
{
  JkbCasebook *casebook = jkb_application_open_casebook (self, path);
  JkbWindow *window = force_new ? NULL : find_window (self, casebook);

  if (window == NULL)
    window = jkb_window_new (self, casebook);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
jkb_application_activate (GApplication *application)
{
  open_window (JKB_APPLICATION (application), NULL, FALSE);
}

static void
jkb_application_open (GApplication *application, GFile **files, gint n_files, const char *hint)
{
  JkbWindow *window = open_window (JKB_APPLICATION (application), NULL, FALSE);

  jkb_window_import_files (window, files, (guint) n_files);
}

static int
jkb_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *casebook = NULL;
  g_autofree const char **names = NULL;
  g_autofree char *path = NULL;
  JkbWindow *window;

  if (g_variant_dict_lookup (dict, "casebook", "^ay", &casebook))
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line,
                                                                             casebook);
      path = g_file_get_path (file);
    }
  window = open_window (JKB_APPLICATION (application), path,
                        g_variant_dict_contains (dict, "new-window"));
  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names))
    for (gsize i = 0; names[i] != NULL; i++)
      g_ptr_array_add (files,
                       g_application_command_line_create_file_for_arg (command_line, names[i]));
  if (files->len > 0)
    jkb_window_import_files (window, (GFile **) files->pdata, files->len);
  return 0;
}

static int
jkb_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("jikenbo %s\n", JKB_VERSION);
  return 0;
}

static void
on_about_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_about_present (gtk_application_get_active_window (user_data));
}

static void
on_help_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_help_present (gtk_application_get_active_window (user_data));
}

static void
on_new_window_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *active = gtk_application_get_active_window (user_data);
  JkbCasebook *casebook = JKB_IS_WINDOW (active)
                              ? jkb_window_get_casebook (JKB_WINDOW (active))
                              : jkb_application_open_casebook (user_data, NULL);

  gtk_window_present (GTK_WINDOW (jkb_window_new (user_data, casebook)));
}

static void
on_preferences_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *active = gtk_application_get_active_window (user_data);

  if (JKB_IS_WINDOW (active))
    jkb_preferences_present (active, jkb_window_get_casebook (JKB_WINDOW (active)));
}

static void
on_quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
jkb_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", on_about_activated_cb },
    { "help", on_help_activated_cb },
    { "new-window", on_new_window_activated_cb },
    { "preferences", on_preferences_activated_cb },
    { "quit", on_quit_activated_cb },
  };

  G_APPLICATION_CLASS (jkb_application_parent_class)->startup (application);
  /* Started to answer a search, it stays for what is typed next. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_IDLE_MS);
  jkb_preferences_apply (GTK_APPLICATION (application));
  if (gdk_display_get_default () != NULL)
    jkb_contrast_follow ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
}

static void
jkb_application_shutdown (GApplication *application)
{
  JkbApplication *self = JKB_APPLICATION (application);
  GHashTableIter iter;
  gpointer casebook;

  g_hash_table_iter_init (&iter, self->casebooks);
  while (g_hash_table_iter_next (&iter, NULL, &casebook))
    jkb_casebook_close (casebook);
  g_hash_table_remove_all (self->casebooks);
  G_APPLICATION_CLASS (jkb_application_parent_class)->shutdown (application);
}

static gboolean
jkb_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  JkbApplication *self = JKB_APPLICATION (application);

  if (!G_APPLICATION_CLASS (jkb_application_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;
  self->search_provider = jkb_search_provider_new (self);
  return jkb_search_provider_export (self->search_provider, connection, path, error);
}

static void
jkb_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  g_clear_object (&JKB_APPLICATION (application)->search_provider);
  G_APPLICATION_CLASS (jkb_application_parent_class)->dbus_unregister (application, connection, path);
}

static void
jkb_application_finalize (GObject *object)
{
  JkbApplication *self = JKB_APPLICATION (object);

  g_hash_table_unref (self->casebooks);
  G_OBJECT_CLASS (jkb_application_parent_class)->finalize (object);
}

static void
jkb_application_class_init (JkbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* Once in a process: GLib 2.84 ends the program when a resource is registered again. */
  jkb_register_resource ();

  G_OBJECT_CLASS (klass)->finalize = jkb_application_finalize;
  application_class->dbus_register = jkb_application_dbus_register;
  application_class->dbus_unregister = jkb_application_dbus_unregister;
  application_class->activate = jkb_application_activate;
  application_class->open = jkb_application_open;
  application_class->command_line = jkb_application_command_line;
  application_class->handle_local_options = jkb_application_handle_local_options;
  application_class->startup = jkb_application_startup;
  application_class->shutdown = jkb_application_shutdown;
}

static void
jkb_application_init (JkbApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  self->casebooks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_summary (application,
                                            _("Turns breach notices into teaching cases."));
}

JkbApplication *
jkb_application_new (void)
{
  return g_object_new (JKB_TYPE_APPLICATION,
                       "application-id", "io.github.jikenbo.Jikenbo",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/jikenbo/Jikenbo",
                       NULL);
}

JkbCasebook *
jkb_application_open_casebook (JkbApplication *self, const char *path)
{
  g_autofree char *own = path == NULL ? jkb_paths_default_casebook ()
                                      : g_canonicalize_filename (path, NULL);
  JkbCasebook *casebook;

  g_return_val_if_fail (JKB_IS_APPLICATION (self), NULL);

  casebook = g_hash_table_lookup (self->casebooks, own);
  if (casebook == NULL)
    {
      casebook = jkb_casebook_new (own);
      g_hash_table_insert (self->casebooks, g_steal_pointer (&own), casebook);
      jkb_casebook_open (casebook);
    }
  return casebook;
}

GtkWindow *
jkb_application_show_casebook (JkbApplication *self, const char *path)
{
  g_return_val_if_fail (JKB_IS_APPLICATION (self), NULL);

  return GTK_WINDOW (open_window (self, path, FALSE));
}
