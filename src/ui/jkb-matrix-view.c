/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-matrix-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "frameworks/jkb-frameworks-own.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-matrix-private.h"
#include "ui/jkb-reference.h"

#define N_ROWS_NATURAL 14
#define ZOOM_STEP 0.1
#define ZOOM_MIN 0.5
#define ZOOM_MAX 2.5

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (JkbMatrixView, jkb_matrix_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- scrolling ---- */

static void
configure (JkbMatrixView *self, GtkOrientation orientation, double room, double content)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double page = MAX (room, 1);

  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0,
                                   MAX (content - page, 0)),
                            0, MAX (content, page), self->geometry.row_height, page * 0.9, page);
}

static void
update_scrolling (JkbMatrixView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  jkb_matrix_view_update_geometry (self, width);
  configure (self, GTK_ORIENTATION_HORIZONTAL, width - self->geometry.label_width,
             self->geometry.content_width);
  configure (self, GTK_ORIENTATION_VERTICAL, height - self->geometry.heading_height,
             self->geometry.content_height);
}

static void
set_adjustment (JkbMatrixView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation]
      = g_object_ref_sink (adjustment != NULL ? adjustment
                                              : gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_swapped (self->adjustments[orientation], "value-changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Sizes are known with the next allocation only, when this is not in view yet or shows other roles. */
static void
scroll_to_chosen (JkbMatrixView *self)
{
  const JkbMatrixGeometry *geometry = &self->geometry;
  int above = self->row;

  if (self->row < 0)
    return;
  /* With the first role of a group comes its heading. */
  while (above > 0 && g_array_index (self->rows, JkbMatrixRow, above - 1).role == NULL)
    above--;
  gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL],
                             above * geometry->row_height,
                             (self->row + 1) * geometry->row_height);
  if (self->subject != JKB_SUBJECT_NONE)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                               self->subject * geometry->column_width,
                               (self->subject + 1) * geometry->column_width);
}

/* ---- choosing ---- */

char *
jkb_matrix_view_describe (JkbMatrixView *self, int row, JkbSubject subject)
{
  const JkbRole *role
      = row >= 0 ? g_array_index (self->rows, JkbMatrixRow, row).role : NULL;
  gboolean is_own;
  int weight;

  if (role == NULL)
    return NULL;
  if (subject == JKB_SUBJECT_NONE)
    return g_strdup_printf ("%s (%s)\n%s", jkb_reference_label (&role->name), role->id,
                            jkb_reference_label (&role->summary));
  weight = jkb_frameworks_weight (self->frameworks, subject, role, self->phase);
  is_own = jkb_matrix_view_is_own (self, role, subject);
  return g_strdup_printf ("%s\n%s\n%s %s%s%s", jkb_reference_label (&role->name),
                          jkb_reference_label_subject (subject), jkb_reference_dots (weight),
                          weight > 0 ? jkb_reference_label_weight (weight)
                                     : C_("role", "No part"),
                          is_own ? "\n" : "", is_own ? _("Your own judgement") : "");
}

static void
show_chosen (JkbMatrixView *self)
{
  g_autofree char *words = jkb_matrix_view_describe (self, self->row, self->subject);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  if (words != NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    jkb_compat_announce (GTK_WIDGET (self), words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jkb_matrix_view_choose_cell (JkbMatrixView *self, int row, JkbSubject subject)
{
  self->is_to_reveal = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->row == row && self->subject == subject)
    return;
  self->row = row;
  self->subject = row >= 0 ? subject : JKB_SUBJECT_NONE;
  show_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
jkb_matrix_view_emit_opened (JkbMatrixView *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

/* ---- widget ---- */

static void
jkb_matrix_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  jkb_matrix_view_draw (JKB_MATRIX_VIEW (widget), snapshot);
}

static void
jkb_matrix_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  JkbMatrixView *self = JKB_MATRIX_VIEW (widget);
  const JkbMatrixGeometry *geometry = &self->geometry;

  jkb_matrix_view_update_geometry (self, gtk_widget_get_width (widget));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (geometry->label_width + 2 * geometry->column_width);
      *natural = (int) (geometry->label_width + geometry->content_width);
      return;
    }
  *minimum = (int) (geometry->heading_height + 3 * geometry->row_height);
  *natural = (int) (geometry->heading_height + N_ROWS_NATURAL * geometry->row_height);
}

static void
jkb_matrix_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JkbMatrixView *self = JKB_MATRIX_VIEW (widget);

  update_scrolling (self);
  if (self->is_to_reveal)
    scroll_to_chosen (self);
  self->is_to_reveal = FALSE;
}

static void
jkb_matrix_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JkbMatrixView *self = JKB_MATRIX_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_matrix_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JkbMatrixView *self = JKB_MATRIX_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_matrix_view_dispose (GObject *object)
{
  JkbMatrixView *self = JKB_MATRIX_VIEW (object);

  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  G_OBJECT_CLASS (jkb_matrix_view_parent_class)->dispose (object);
}

static void
jkb_matrix_view_class_init (JkbMatrixViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jkb_matrix_view_get_property;
  object_class->set_property = jkb_matrix_view_set_property;
  object_class->dispose = jkb_matrix_view_dispose;
  widget_class->snapshot = jkb_matrix_view_snapshot;
  widget_class->measure = jkb_matrix_view_measure;
  widget_class->size_allocate = jkb_matrix_view_size_allocate;
  widget_class->query_tooltip = jkb_matrix_view_query_tooltip;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "matrixview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jkb_matrix_view_init (JkbMatrixView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->row = self->hover_row = -1;
  self->subject = self->hover_subject = JKB_SUBJECT_NONE;
  self->phase = JKB_PHASE_ANY;
  self->zoom = 1;
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Roles by type of incident"), -1);
  jkb_matrix_view_add_controllers (self);
}

void
jkb_matrix_view_set_roles (JkbMatrixView *self, JkbFrameworks *frameworks, const GPtrArray *roles,
                           int phase)
{
  const JkbRole *chosen;

  g_return_if_fail (JKB_IS_MATRIX_VIEW (self));

  chosen = jkb_matrix_view_get_role (self);
  jkb_frameworks_ref (frameworks);
  g_clear_pointer (&self->frameworks, jkb_frameworks_unref);
  self->frameworks = frameworks;
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = jkb_matrix_rows_new (roles);
  self->name_width = 0;
  self->phase = phase;
  self->has_own = jkb_frameworks_has_own (frameworks);
  self->row = jkb_matrix_rows_find (self->rows, chosen);
  if (self->row < 0)
    self->subject = JKB_SUBJECT_NONE;
  self->hover_row = -1;
  update_scrolling (self);
  show_chosen (self);
  if (self->row < 0 && chosen != NULL)
    g_signal_emit (self, signals[CHOSEN], 0);
}

void
jkb_matrix_view_set_n_cases (JkbMatrixView *self, const guint *n_cases)
{
  g_return_if_fail (JKB_IS_MATRIX_VIEW (self));

  memcpy (self->n_cases, n_cases, sizeof self->n_cases);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jkb_matrix_view_set_lit (JkbMatrixView *self, guint32 subjects)
{
  g_return_if_fail (JKB_IS_MATRIX_VIEW (self));

  if (self->lit == subjects)
    return;
  self->lit = subjects;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jkb_matrix_view_zoom (JkbMatrixView *self, int step)
{
  double zoom;

  g_return_if_fail (JKB_IS_MATRIX_VIEW (self));

  zoom = step == 0 ? 1 : CLAMP (self->zoom + step * ZOOM_STEP, ZOOM_MIN, ZOOM_MAX);
  if (fabs (zoom - self->zoom) < ZOOM_STEP / 2)
    return;
  for (int i = 0; i < 2; i++)
    {
      GtkAdjustment *adjustment = self->adjustments[i];

      /* What was at the edge stays there; the bounds follow when the sizes are known. */
      gtk_adjustment_set_upper (adjustment,
                                gtk_adjustment_get_upper (adjustment) * MAX (zoom / self->zoom, 1));
      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment) * zoom / self->zoom);
    }
  self->zoom = zoom;
  update_scrolling (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
jkb_matrix_view_get_zoom (JkbMatrixView *self)
{
  g_return_val_if_fail (JKB_IS_MATRIX_VIEW (self), 1);

  return self->zoom;
}

void
jkb_matrix_view_choose (JkbMatrixView *self, const JkbRole *role, JkbSubject subject)
{
  g_return_if_fail (JKB_IS_MATRIX_VIEW (self));

  if (self->rows != NULL)
    jkb_matrix_view_choose_cell (self, jkb_matrix_rows_find (self->rows, role), subject);
}

const JkbRole *
jkb_matrix_view_get_role (JkbMatrixView *self)
{
  g_return_val_if_fail (JKB_IS_MATRIX_VIEW (self), NULL);

  return self->row >= 0 ? g_array_index (self->rows, JkbMatrixRow, self->row).role : NULL;
}

JkbSubject
jkb_matrix_view_get_subject (JkbMatrixView *self)
{
  g_return_val_if_fail (JKB_IS_MATRIX_VIEW (self), JKB_SUBJECT_NONE);

  return self->subject;
}
