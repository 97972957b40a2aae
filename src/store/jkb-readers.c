/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-readers.h"

#define N_CONNECTIONS_MAX 4

struct _JkbReaders
{
  char *path;
  JkbDbMode mode;

  GMutex lock;                          /* what follows */
  GCond given;
  GQueue idle;
  guint n_out;
  gboolean closed;
};

JkbReaders *
jkb_readers_new (const char *path, JkbDbMode mode)
{
  JkbReaders *self = g_new0 (JkbReaders, 1);

  self->path = g_strdup (path);
  self->mode = mode;
  g_mutex_init (&self->lock);
  g_cond_init (&self->given);
  g_queue_init (&self->idle);
  return self;
}

static gboolean
reserve (JkbReaders *self, JkbDb **idle)
{
  gboolean good;

  g_mutex_lock (&self->lock);
  while (!self->closed && self->n_out == N_CONNECTIONS_MAX)
    g_cond_wait (&self->given, &self->lock);
  good = !self->closed;
  if (good)
    {
      self->n_out++;
      *idle = g_queue_pop_head (&self->idle);
    }
  g_mutex_unlock (&self->lock);
  return good;
}

static void
release (JkbReaders *self, JkbDb *db)
{
  g_mutex_lock (&self->lock);
  self->n_out--;
  if (db != NULL)
    g_queue_push_head (&self->idle, db);
  g_cond_broadcast (&self->given);
  g_mutex_unlock (&self->lock);
}

JkbDb *
jkb_readers_take (JkbReaders *self, GError **error)
{
  JkbDb *db = NULL;

  if (!reserve (self, &db))
    {
      g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_CLOSED, "%s: the casebook is closed", self->path);
      return NULL;
    }
  if (db == NULL)
    db = jkb_db_open (self->path, self->mode, error);
  if (db == NULL)
    release (self, NULL);
  return db;
}

void
jkb_readers_give (JkbReaders *self, JkbDb *db)
{
  release (self, db);
}

void
jkb_readers_close (JkbReaders *self)
{
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_cond_broadcast (&self->given);
  while (self->n_out > 0)
    g_cond_wait (&self->given, &self->lock);
  g_queue_clear_full (&self->idle, (GDestroyNotify) jkb_db_close);
  g_mutex_unlock (&self->lock);
}

void
jkb_readers_free (JkbReaders *self)
{
  if (self == NULL)
    return;
  jkb_readers_close (self);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->given);
  g_free (self->path);
  g_free (self);
}
