/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-chart-take.h"

#include <glib/gi18n-lib.h>

#include "charts/jkb-chart-draw.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-print.h"

#define COPY_FACTOR 2
#define UNITS_PER_INCH 96.0

static gboolean
is_rtl (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

/* ---- copy ---- */

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) bytes
      = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) height * stride);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

void
jkb_chart_take_copy (GtkWidget *widget, const JkbChart *chart)
{
  cairo_surface_t *surface = jkb_chart_render (chart, JKB_CHART_FILE_WIDTH, 0, COPY_FACTOR,
                                               &jkb_chart_palette_light, is_rtl (widget));
  g_autoptr(GdkTexture) texture = make_texture (surface);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  cairo_surface_destroy (surface);
}

/* ---- save ---- */

/* What a worker needs to write a picture. */
typedef struct
{
  JkbChart *chart;
  char *path;
  gboolean is_rtl;
  JkbTakeFunc tell;
} Picture;

static void
picture_free (Picture *picture)
{
  jkb_chart_unref (picture->chart);
  g_free (picture->path);
  g_free (picture);
}

static void
write_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Picture *picture = data;
  GError *error = NULL;

  if (jkb_chart_render_to_file (picture->chart, picture->path, JKB_CHART_FILE_WIDTH, 0,
                                &jkb_chart_palette_light, picture->is_rtl, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_picture_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Picture *picture = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (picture->path);
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file */
    words = g_strdup_printf (_("Saved as %s"), name);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    words = g_strdup (_("Not saved: the name ends in .svg, .png, .pdf or .csv"));
  else
    /* Translators: %s is why, from the system */
    words = g_strdup_printf (_("Not saved: %s"), error->message);
  picture->tell (GTK_WIDGET (object), words);
}

void
jkb_chart_take_write (GtkWidget *widget, JkbChart *chart, const char *path, JkbTakeFunc tell)
{
  g_autoptr(GTask) task = g_task_new (widget, NULL, on_picture_written_cb, NULL);
  Picture *picture = g_new0 (Picture, 1);

  picture->chart = jkb_chart_ref (chart);
  picture->path = g_strdup (path);
  picture->is_rtl = is_rtl (widget);
  picture->tell = tell;
  g_task_set_source_tag (task, jkb_chart_take_write);
  g_task_set_task_data (task, picture, (GDestroyNotify) picture_free);
  g_task_run_in_thread (task, write_picture);
}

/* What is saved is the chart that was there when the person asked. */
static void
on_place_chosen (GListModel *files, gpointer user_data)
{
  GtkWidget *widget = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  JkbChart *chart = g_object_get_data (G_OBJECT (widget), "chart-to-save");
  JkbTakeFunc tell = (JkbTakeFunc) g_object_get_data (G_OBJECT (widget), "tell-of-save");

  if (g_file_peek_path (file) == NULL)
    tell (widget, _("Not saved: the place is not on this computer"));
  else
    jkb_chart_take_write (widget, chart, g_file_peek_path (file), tell);
}

void
jkb_chart_take_save (GtkWidget *widget, JkbChart *chart, const char *ending, JkbTakeFunc tell)
{
  g_autofree char *name = g_strconcat (jkb_chart_get_name (chart), ".", ending, NULL);

  g_object_set_data_full (G_OBJECT (widget), "chart-to-save", jkb_chart_ref (chart),
                          (GDestroyNotify) jkb_chart_unref);
  g_object_set_data (G_OBJECT (widget), "tell-of-save", (gpointer) tell);
  jkb_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save Chart"), name,
                        on_place_chosen, G_OBJECT (widget));
}

/* ---- print ---- */

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                 JkbChart *chart)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double factor = gtk_print_context_get_dpi_x (context) / UNITS_PER_INCH;

  cairo_scale (cr, factor, factor);
  jkb_chart_draw_page (chart, cr, gtk_print_context_get_width (context) / factor,
                       gtk_print_context_get_height (context) / factor, &jkb_chart_palette_print,
                       gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
}

gboolean
jkb_chart_take_print (GtkWidget *widget, JkbChart *chart, const char *path, GError **error)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) page = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, jkb_chart_get_title (chart));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page_cb),
                         jkb_chart_ref (chart), (GClosureNotify) jkb_chart_unref, 0);
  return jkb_print_run (widget, operation, path, error);
}
