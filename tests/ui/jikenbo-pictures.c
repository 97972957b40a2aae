/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Opens the real window on a casebook, imports files through it, and saves pictures of its pages and
 * states. A language is that of the process, so the program runs itself once for each.
 */
#include <glib/gstdio.h>
#include <locale.h>

#include "frameworks/jkb-framework-guide.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-help.h"
#include "ui/jkb-role-guide.h"

static char *casebook_path;
static char *output;
static char *set = (char *) "short";
static char *language;
static gboolean import;
static char **files;

static const GOptionEntry options[] = {
  { "casebook", 0, 0, G_OPTION_ARG_FILENAME, &casebook_path, "The casebook", "FILE" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Where the pictures go", "DIR" },
  { "set", 0, 0, G_OPTION_ARG_STRING, &set, "Which pictures: short or full", "SET" },
  { "import", 0, 0, G_OPTION_ARG_NONE, &import, "Import the files that follow", NULL },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language, "Only this language", "LANG" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE…" },
  { NULL }
};

typedef struct
{
  int width, height;
  const char *style;                    /* light, dark */
} Format;

static JkbApplication *application;

static GskRenderNode *
draw (GtkWindow *window)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static void
save_picture (GtkWindow *window, const Format *format, const char *name)
{
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  /* A window that was just mapped has nothing to show until its first frame. */
  do
    driver_settle (250);
  while ((node = draw (window)) == NULL);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         NULL);
  file = g_strdup_printf ("%s-%s-%dx%d-%s.png", name, language, format->width, format->height,
                          format->style);
  path = g_build_filename (output, file, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s: cannot be written", path);
  g_print ("%s\n", path);
}

static JkbWindow *
open_window (const Format *format)
{
  JkbCasebook *casebook = jkb_application_open_casebook (application, casebook_path);
  JkbWindow *window = jkb_window_new (application, casebook);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (format->style, "dark")
                                          ? ADW_COLOR_SCHEME_FORCE_DARK
                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_default_size (GTK_WINDOW (window), format->width, format->height);
  gtk_window_present (GTK_WINDOW (window));
  driver_wait_ready (window);
  driver_settle (200);
  return window;
}

/* The newest case that was imported, or the newest of all. */
static gint64
find_case (JkbWindow *window, gboolean bundled)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));

  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      JkbCase incident;

      jkb_selection_get (selection, i, &incident);
      if ((incident.review == JKB_REVIEW_BUNDLED) == bundled)
        return incident.id;
    }
  return 0;
}

static void
show_case (JkbWindow *window, gboolean bundled)
{
  gint64 id = find_case (window, bundled);

  if (id == 0)
    return;
  jkb_scope_set_case_id (jkb_window_get_scope (window), id);
  driver_wait_case (window);
  driver_settle (200);
}

/* A fact whose words are worth pointing at. */
static void
choose_fact (JkbWindow *window)
{
  JkbCasePane *pane = jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window));
  const JkbCaseFile *file = jkb_case_pane_get_file (pane);
  const JkbCaseFact *fact = NULL;

  if (file == NULL)
    return;
  fact = jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE);
  if (fact == NULL)
    fact = jkb_case_file_find (file, JKB_FIELD_INCIDENT_TYPE);
  if (fact != NULL)
    jkb_case_pane_choose_fact (pane, fact->id);
  driver_settle (200);
}

static void
take_role_tools (JkbWindow *window, const Format *format)
{
  driver_activate (window, "win.role-tool::guide");
  jkb_role_guide_choose (driver_find (window, JKB_TYPE_ROLE_GUIDE), JKB_GUIDE_JOB_SEEKER);
  save_picture (GTK_WINDOW (window), format, "which-framework");
}

static void
take_pages (const Format *format)
{
  JkbWindow *window = open_window (format);

  show_case (window, FALSE);
  choose_fact (window);
  save_picture (GTK_WINDOW (window), format, "incidents");
  driver_activate (window, "win.page::charts");
  save_picture (GTK_WINDOW (window), format, "charts");
  driver_activate (window, "win.page::roles");
  save_picture (GTK_WINDOW (window), format, "roles");
  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-003");
  save_picture (GTK_WINDOW (window), format, "role");
  take_role_tools (window, format);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
take_help (JkbWindow *window, const Format *format)
{
  GtkWindow *help;

  driver_activate (window, "app.help");
  help = jkb_help_find (GTK_WINDOW (window));
  save_picture (help, format, "help");
  gtk_window_close (help);
}

static void
take_preferences (JkbWindow *window, const Format *format)
{
  GtkWindow *preferences;

  driver_activate (window, "app.preferences");
  preferences = driver_find_toplevel (ADW_TYPE_PREFERENCES_WINDOW);
  driver_settle (200);
  save_picture (preferences, format, "preferences");
  gtk_window_destroy (preferences);
}

static void
take_welcome (const Format *format)
{
  JkbWindow *window;

  g_settings_reset (jkb_settings_get (), "welcomed");
  window = open_window (format);
  save_picture (GTK_WINDOW (window), format, "welcome");
  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_set_boolean (jkb_settings_get (), "welcomed", TRUE);
}

static void
take_states (const Format *format)
{
  JkbWindow *window = open_window (format);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  save_picture (GTK_WINDOW (window), format, "start");
  take_welcome (format);
  show_case (window, TRUE);
  jkb_incidents_page_open_case (jkb_window_get_incidents_page (window));
  save_picture (GTK_WINDOW (window), format, "bundled-case");
  show_case (window, FALSE);
  choose_fact (window);
  save_picture (GTK_WINDOW (window), format, "imported-case");
  driver_activate (window, "win.review");
  driver_wait_selection (window);
  driver_wait_case (window);
  save_picture (GTK_WINDOW (window), format, "review");
  driver_activate (window, "win.review-step::stop");
  driver_activate (window, "win.back");
  driver_activate (window, "win.facets");
  filter->types = 1u << JKB_TYPE_MISDELIVERY | 1u << JKB_TYPE_LOST_MEDIA_DEVICE;
  filter->statuses = 1u << JKB_STATUS_CONFIRMED | 1u << JKB_STATUS_POSSIBLE;
  jkb_filter_set_words (filter, "委託");
  jkb_scope_set_filter (jkb_window_get_scope (window), filter);
  driver_wait_selection (window);
  save_picture (GTK_WINDOW (window), format, "filtered");
  jkb_scope_set_words (jkb_window_get_scope (window), "これはどの事件にもない");
  driver_wait_selection (window);
  save_picture (GTK_WINDOW (window), format, "nothing-found");
  take_help (window, format);
  take_preferences (window, format);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
import_files (JkbWindow *window)
{
  static const Format format = { 1400, 900, "light" };
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWindow *dialog;

  for (guint i = 0; files[i] != NULL; i++)
    g_ptr_array_add (list, g_file_new_for_commandline_arg (files[i]));
  jkb_window_import_files (window, (GFile **) list->pdata, list->len);
  dialog = driver_wait_import ();
  save_picture (dialog, &format, "import");
  gtk_window_close (dialog);
  driver_settle (500);
}

static void
take_all (JkbWindow *window, gpointer data)
{
  static const Format wide[] = { { 1400, 900, "light" }, { 1400, 900, "dark" } };
  static const Format others[]
      = { { 1000, 700, "light" }, { 360, 640, "light" }, { 360, 640, "dark" },
          { 1920, 1080, "light" } };
  gboolean is_full = g_str_equal (set, "full");

  application = JKB_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_settings_set_boolean (jkb_settings_get (), "welcomed", TRUE);
  /* GNOME's layout, whatever the system has: pictures must not differ by it. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", "appmenu:close", NULL);
  driver_wait_ready (window);
  if (import && files != NULL)
    import_files (window);
  for (gsize i = 0; i < G_N_ELEMENTS (wide) && (is_full || i == 0); i++)
    take_pages (&wide[i]);
  if (!is_full)
    take_pages (&others[1]);
  for (gsize i = 0; is_full && i < G_N_ELEMENTS (wide); i++)
    take_states (&wide[i]);
  for (gsize i = 0; is_full && i < G_N_ELEMENTS (others); i++)
    {
      take_pages (&others[i]);
      take_states (&others[i]);
    }
}

static int
run_for_language (const char *program, const char *lang, gboolean with_import)
{
  g_autoptr(GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto(GStrv) argv = NULL;
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "LANGUAGE", lang, TRUE);
  g_autoptr(GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  g_strv_builder_add_many (arguments, program, "--casebook", casebook_path, "--output", output,
                           "--set", set, "--language", lang, NULL);
  if (with_import)
    {
      g_strv_builder_add_many (arguments, "--import", "--", NULL);
      g_strv_builder_addv (arguments, (const char **) files);
    }
  argv = g_strv_builder_end (arguments);
  if (!g_spawn_sync (NULL, argv, environment, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL,
                     &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    {
      g_printerr ("%s: %s\n", lang, error->message);
      return 1;
    }
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr(GOptionContext) context = g_option_context_new ("- pictures of the window");
  g_autoptr(GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || casebook_path == NULL
      || output == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "--casebook and --output are needed");
      return 2;
    }
  if (g_mkdir_with_parents (output, 0755) != 0)
    {
      g_printerr ("%s: %s\n", output, g_strerror (errno));
      return 1;
    }
  if (language != NULL)
    {
      setlocale (LC_ALL, "");
      jkb_labels_init ();
      driver_run (casebook_path, NULL, take_all, NULL);
      return 0;
    }
  return run_for_language (argv[0], "ja", import && files != NULL)
         | run_for_language (argv[0], "en", FALSE);
}
