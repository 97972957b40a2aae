/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the desktop, over a session bus of its own: the program is started as a service, without a window. */
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"

#define NAME "io.github.jikenbo.Jikenbo"
#define PATH "/io/github/jikenbo/Jikenbo/SearchProvider"

typedef struct
{
  JkbApplication *application;
  GDBusConnection *connection;          /* as another program has it */
  GVariant *reply;
} Run;

static GSubprocess *bus;                 /* NULL when there is none to be had */

/* GTestDBus wants nobody to keep the connection, which the toolkit does. */
static void
start_bus (void)
{
  g_autoptr(GDataInputStream) lines = NULL;
  g_autofree char *address = NULL;

  bus = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "dbus-daemon",
                          "--session", "--nofork", "--print-address=1", NULL);
  if (bus == NULL)
    return;
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bus));
  address = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_nonnull (address);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
}

static void
on_replied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr(GError) error = NULL;

  run->reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_assert_no_error (error);
}

/* Returns the first child of the reply, NULL when it has none. */
static GVariant *
call (Run *run, const char *method, GVariant *parameters)
{
  g_autoptr(GVariant) reply = NULL;

  g_dbus_connection_call (run->connection, NAME, PATH, "org.gnome.Shell.SearchProvider2", method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_replied_cb, run);
  driver_wait_until (run->reply != NULL);
  reply = g_steal_pointer (&run->reply);
  return g_variant_n_children (reply) > 0 ? g_variant_get_child_value (reply, 0) : NULL;
}

static char *
get_text (GVariant *meta, const char *key)
{
  char *text = NULL;

  g_assert_true (g_variant_lookup (meta, key, "s", &text));
  return text;
}

static void
check_metas (Run *run, const char *name)
{
  const char *const names[] = { name, "0", "none", NULL };
  g_autoptr(GVariant) metas = call (run, "GetResultMetas", g_variant_new ("(^as)", names));
  g_autoptr(GVariant) meta = NULL;
  g_autofree char *id = NULL, *title = NULL, *description = NULL;

  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
  meta = g_variant_get_child_value (metas, 0);
  id = get_text (meta, "id");
  title = get_text (meta, "name");
  description = get_text (meta, "description");
  g_assert_cmpstr (id, ==, name);
  g_assert_cmpstr (title, !=, "");
  g_assert_cmpstr (description, !=, "");
}

static JkbWindow *
find_window (Run *run)
{
  return (JkbWindow *) gtk_application_get_active_window (GTK_APPLICATION (run->application));
}

static void
check_shown (Run *run, const char *name)
{
  static const char *const terms[] = { "紛失", NULL };
  JkbScope *scope;

  g_assert_null (find_window (run));
  g_assert_null (call (run, "ActivateResult", g_variant_new ("(s^asu)", name, terms, 0)));
  driver_wait_until (find_window (run) != NULL);
  scope = jkb_window_get_scope (find_window (run));
  driver_wait_until (jkb_scope_get_case_id (scope) == g_ascii_strtoll (name, NULL, 10));
  driver_wait_case (find_window (run));
  g_assert_null (call (run, "LaunchSearch", g_variant_new ("(^asu)", terms, 0)));
  driver_wait_until (g_strcmp0 (jkb_scope_get_filter (scope)->words, "紛失") == 0);
}

static void
end (Run *run)
{
  while (find_window (run) != NULL)
    gtk_window_destroy (GTK_WINDOW (find_window (run)));
  g_application_quit (G_APPLICATION (run->application));
}

static gboolean
search (gpointer user_data)
{
  static const char *const terms[] = { "紛失", NULL };
  static const char *const none[] = { "紛失", "qqxx", NULL };
  Run *run = user_data;
  g_autoptr(GVariant) found = call (run, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  g_autofree const char **names = g_variant_get_strv (found, NULL);
  g_autoptr(GVariant) narrowed = call (run, "GetSubsearchResultSet", g_variant_new ("(^as^as)", names, none));

  /* It does not end between two letters. */
  g_assert_cmpuint (g_application_get_inactivity_timeout (G_APPLICATION (run->application)), >=, 10000);
  g_assert_cmpuint (g_variant_n_children (found), >, 1);
  g_assert_cmpuint (g_variant_n_children (found), <=, 50);
  g_assert_cmpuint (g_variant_n_children (narrowed), ==, 0);
  check_metas (run, names[0]);
  check_shown (run, names[1]);
  end (run);
  return G_SOURCE_REMOVE;
}

/* The program that found the case has ended meanwhile, and is started anew by the choice. */
static gboolean
choose (gpointer user_data)
{
  check_shown (user_data, "7");
  end (user_data);
  return G_SOURCE_REMOVE;
}

static void
run_service (GSourceFunc func)
{
  char *argv[] = { (char *) "jikenbo", (char *) "--gapplication-service", NULL };
  Run run = { NULL };

  if (bus == NULL)
    {
      g_test_skip ("dbus-daemon is not installed");
      return;
    }
  run.connection = g_dbus_connection_new_for_address_sync (
      g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);
  g_assert_nonnull (run.connection);
  run.application = jkb_application_new ();
  g_idle_add (func, &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (run.application), 2, argv), ==, 0);
  g_object_unref (run.application);
  g_object_unref (run.connection);
}

static void
test_search (void)
{
  run_service (search);
}

static void
test_chosen (void)
{
  run_service (choose);
}

int
main (int argc, char *argv[])
{
  int status;

  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/search-provider/search", test_search);
  g_test_add_func ("/search-provider/chosen", test_chosen);
  start_bus ();
  status = g_test_run ();
  if (bus != NULL)
    g_subprocess_force_exit (bus);
  g_clear_object (&bus);
  return status;
}
