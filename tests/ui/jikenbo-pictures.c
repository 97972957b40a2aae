/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Opens the real window on a casebook, imports files through it, and saves pictures of its pages and
 * states. The language and high contrast are those of a process, so the program runs itself once for each,
 * with a copy of the casebook.
 */
#include <locale.h>

#include "jkb-picture-states.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-chart-stage.h"
#include "ui/jkb-settings.h"

#define DPI_NORMAL (96 * 1024)
#define N_FRAMES 5

static char *casebook_path;
static char *output;
static char *set = (char *) "short";
static char *language;
static char *only;
static gboolean contrast;
static gboolean import;
static char **files;

static const GOptionEntry options[] = {
  { "casebook", 0, 0, G_OPTION_ARG_FILENAME, &casebook_path, "The casebook", "FILE" },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Where the pictures go", "DIR" },
  { "set", 0, 0, G_OPTION_ARG_STRING, &set, "Which pictures: short or full", "SET" },
  { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only those whose name has one of these words", "WORD[,WORD…]" },
  { "import", 0, 0, G_OPTION_ARG_NONE, &import, "Import the files that follow", NULL },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language, "Only this language", "LANG" },
  { "contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, "High contrast", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE…" },
  { NULL }
};

/* In which form pictures are taken, and of what. */
typedef struct
{
  int width, height;
  const char *style;                    /* as in the names of the files */
  gboolean is_dark;
  gboolean is_large;                    /* text of 200 % */
  gboolean only_pages;
  gboolean is_short;                    /* also in the short set */
} Format;

static const Format plain_formats[] = {
  { 1400, 900, "light", .is_short = TRUE },
  { 1400, 900, "dark", .is_dark = TRUE },
  { 1400, 900, "large", .is_large = TRUE },
  { 1000, 700, "light", .only_pages = TRUE },
  { 1920, 1080, "light", .only_pages = TRUE },
  { 3840, 2160, "light", .only_pages = TRUE },
  { 360, 640, "light", .is_short = TRUE },
  { 360, 640, "dark", .is_dark = TRUE, .only_pages = TRUE },
  { 360, 640, "large", .is_large = TRUE, .only_pages = TRUE },
};

static const Format contrast_formats[] = {
  { 1400, 900, "contrast" },
  { 1400, 900, "contrast-dark", .is_dark = TRUE, .only_pages = TRUE },
};

/* ---------------------------------------------------------------- one picture */

static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static char *
name_picture (const char *name, const Format *format)
{
  return g_strdup_printf ("%s-%s-%dx%d-%s.png", name, language, format->width, format->height, format->style);
}

static gboolean
is_wanted (const char *file)
{
  g_auto(GStrv) words = g_strsplit (only != NULL ? only : "", ",", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (file, words[i]) != NULL)
      return TRUE;
  return words[0] == NULL;
}

static void
on_after_paint_cb (GdkFrameClock *clock, guint *n_frames)
{
  *n_frames += 1;
}

/* What a new size folds, fills or scrolls shows some frames later, however long those take. */
static void
wait_frames (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &n_frames);

  for (guint n = 1; n <= N_FRAMES; n++)
    {
      gtk_widget_queue_draw (widget);
      driver_wait_until (n_frames >= n);
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
save_picture (GtkWidget *widget, const Format *format, const char *name)
{
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *file = name_picture (name, format);
  g_autofree char *path = g_build_filename (output, file, NULL);

  /* A window that was just mapped has nothing to show until its first frame. */
  driver_settle (150);
  wait_frames (widget);
  while ((node = draw (widget)) == NULL)
    driver_settle (150);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s: cannot be written", path);
  g_print ("%s\n", path);
}

/* On a small screen the desktop lets no window be larger than the screen; a further main window and what fills the
 * screen are as large as the picture says. */
static void
fit_window (GtkWidget *widget, const Format *format, JkbWindow *window)
{
  gboolean is_main = JKB_IS_WINDOW (widget) || JKB_IS_CHART_STAGE (widget);
  int width, height;

  if (!GTK_IS_WINDOW (widget) || widget == GTK_WIDGET (window))
    return;
  gtk_window_present (GTK_WINDOW (widget));
  driver_settle (150);
  driver_wait_until (gtk_widget_get_width (widget) > 0);
  width = is_main ? format->width : MIN (gtk_widget_get_width (widget), format->width);
  height = is_main ? format->height : MIN (gtk_widget_get_height (widget), format->height);
  if (width == gtk_widget_get_width (widget) && height == gtk_widget_get_height (widget))
    return;
  /* Once it is on the screen, a window keeps its size. */
  gtk_window_unfullscreen (GTK_WINDOW (widget));
  gtk_widget_hide (widget);
  gtk_widget_unrealize (widget);
  gtk_window_set_default_size (GTK_WINDOW (widget), width, height);
  gtk_window_present (GTK_WINDOW (widget));
  driver_settle (150);
}

/* ---------------------------------------------------------------- all of a form */

static void
apply_style (const Format *format)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      format->is_dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                      : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", format->is_large ? 2 * DPI_NORMAL : DPI_NORMAL, NULL);
}

static gboolean
takes (const JkbPictureState *state, const Format *format)
{
  g_autofree char *file = name_picture (state->name, format);

  return (state->is_page || !format->only_pages) && (state->is_page || g_str_equal (set, "full"))
         && is_wanted (file);
}

static gboolean
takes_any (const Format *format)
{
  for (int group = 0; group < JKB_N_PICTURE_GROUPS; group++)
    for (const JkbPictureState *state = jkb_picture_states ((JkbPictureGroup) group); state->name != NULL; state++)
      if (takes (state, format))
        return TRUE;
  return FALSE;
}

static void
take_group (JkbWindow *window, const JkbPictureState *state, const Format *format)
{
  for (; state->name != NULL; state++)
    if (takes (state, format))
      {
        GtkWidget *shown = state->show (window);

        fit_window (shown, format, window);
        save_picture (shown, format, state->name);
        jkb_picture_states_reset (window);
      }
}

static void
take_format (JkbApplication *application, const Format *format)
{
  JkbCasebook *casebook = jkb_application_open_casebook (application, casebook_path);
  JkbWindow *window;

  if (!takes_any (format))
    return;
  apply_style (format);
  window = jkb_window_new (application, casebook);
  gtk_window_set_default_size (GTK_WINDOW (window), format->width, format->height);
  gtk_window_present (GTK_WINDOW (window));
  driver_wait_ready (window);
  /* A narrow window takes a second frame to become what it is. */
  driver_settle (500);
  for (int group = 0; group < JKB_N_PICTURE_GROUPS; group++)
    take_group (window, jkb_picture_states ((JkbPictureGroup) group), format);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_up (JkbWindow *window)
{
  g_settings_set_boolean (jkb_settings_get (), "welcomed", TRUE);
  g_settings_set_boolean (jkb_settings_get (), "import-preview", FALSE);
  /* GNOME's layout, whatever the system has: pictures must not differ by it. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", "appmenu:close", NULL);
  driver_wait_ready (window);
}

static void
take_all (JkbWindow *window, gpointer data)
{
  JkbApplication *application = JKB_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  const Format *formats = contrast ? contrast_formats : plain_formats;
  gsize n_formats = contrast ? G_N_ELEMENTS (contrast_formats) : G_N_ELEMENTS (plain_formats);

  set_up (window);
  for (gsize i = 0; i < n_formats; i++)
    if (formats[i].is_short || g_str_equal (set, "full"))
      take_format (application, &formats[i]);
}

static void
prepare (JkbWindow *window, gpointer data)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWindow *dialog;

  set_up (window);
  for (guint i = 0; files[i] != NULL; i++)
    g_ptr_array_add (list, g_file_new_for_commandline_arg (files[i]));
  jkb_window_import_files (window, (GFile **) list->pdata, list->len);
  dialog = driver_wait_import ();
  save_picture (GTK_WIDGET (dialog), &plain_formats[0], "import");
  gtk_window_close (dialog);
  driver_settle (500);
  if (g_str_equal (set, "full"))
    jkb_picture_states_prepare (window);
}

/* ---------------------------------------------------------------- processes */

static char *
copy_casebook (const char *lang, gboolean with_contrast)
{
  g_autofree char *copy = g_strconcat (casebook_path, ".", lang, with_contrast ? "-contrast" : "", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (casebook_path);
  g_autoptr(GFile) to = g_file_new_for_path (copy);
  g_autoptr(GError) error = NULL;

  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_steal_pointer (&copy);
}

static GSubprocess *
spawn (const char *program, const char *lang, gboolean with_contrast, gboolean with_import)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *casebook = with_import ? g_strdup (casebook_path) : copy_casebook (lang, with_contrast);
  gboolean is_japanese = g_str_equal (lang, "ja");
  g_auto(GStrv) argv = NULL;
  g_autoptr(GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "LANGUAGE", lang, TRUE);
  /* There is the locale that tests/ui/meson.build has made. */
  g_subprocess_launcher_setenv (launcher, "LC_ALL", is_japanese && g_getenv ("LOCPATH") ? "ja_JP.UTF-8" : "C.UTF-8",
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "ADW_DEBUG_HIGH_CONTRAST", with_contrast ? "1" : "0", TRUE);
  g_strv_builder_add_many (builder, program, "--casebook", casebook, "--output", output, "--set", set,
                           "--language", lang, NULL);
  if (only != NULL)
    g_strv_builder_add_many (builder, "--only", only, NULL);
  if (with_contrast)
    g_strv_builder_add (builder, "--contrast");
  if (with_import)
    {
      g_strv_builder_add_many (builder, "--import", "--", NULL);
      g_strv_builder_addv (builder, (const char **) files);
    }
  argv = g_strv_builder_end (builder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  if (process == NULL)
    g_error ("%s", error->message);
  return process;
}

static gboolean
wait_for (GSubprocess *process)
{
  g_autoptr(GSubprocess) owned = process;
  g_autoptr(GError) error = NULL;

  if (g_subprocess_wait_check (owned, NULL, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

static int
run_all (const char *program)
{
  GSubprocess *processes[4];
  gsize n_processes = 0;
  gboolean worked = TRUE;

  if (import && files != NULL && !wait_for (spawn (program, "ja", FALSE, TRUE)))
    return 1;
  processes[n_processes++] = spawn (program, "ja", FALSE, FALSE);
  processes[n_processes++] = spawn (program, "en", FALSE, FALSE);
  if (g_str_equal (set, "full"))
    {
      processes[n_processes++] = spawn (program, "ja", TRUE, FALSE);
      processes[n_processes++] = spawn (program, "en", TRUE, FALSE);
    }
  for (gsize i = 0; i < n_processes; i++)
    worked = wait_for (processes[i]) && worked;
  return worked ? 0 : 1;
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
      driver_run (casebook_path, NULL, import ? prepare : take_all, NULL);
      return 0;
    }
  return run_all (argv[0]);
}
