/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"
#include "frameworks/jkb-statement.h"

/*
 * A file that a publisher offers for download and a user brings along: roles with the statements that
 * belong to them. Nothing of it is shipped. What is odd in it is noted and survived; what is hostile
 * or of no known shape is refused with a reason.
 */

/** Larger files are refused before they are read. The largest known has 2.5 MB. */
#define JKB_FRAMEWORK_FILE_MAX_BYTES (32 * 1024 * 1024)

/**
 * JkbFrameworkError:
 * @JKB_FRAMEWORK_ERROR_TOO_LARGE: more bytes, values or levels than any such file has
 * @JKB_FRAMEWORK_ERROR_MALFORMED: not the format that it claims to be, or values of wrong types
 * @JKB_FRAMEWORK_ERROR_UNKNOWN: sound, but no framework that we can read
 *
 * Errors of files brought along. The messages say the reason and leave the name of the file to the
 * caller.
 */
typedef enum
{
  JKB_FRAMEWORK_ERROR_TOO_LARGE,
  JKB_FRAMEWORK_ERROR_MALFORMED,
  JKB_FRAMEWORK_ERROR_UNKNOWN,
} JkbFrameworkError;

#define JKB_FRAMEWORK_ERROR (jkb_framework_error_quark ())

/**
 * jkb_framework_error_quark:
 *
 * Returns: the domain of #JkbFrameworkError. Any thread.
 */
GQuark jkb_framework_error_quark (void);

/**
 * JkbFileRole:
 * @id: identifier within its edition, as in the shipped data
 * @name: the publisher's name
 * @category: (nullable): the group it stands in
 * @summary: (nullable): the publisher's description
 * @statements: (element-type JkbStatement): what belongs to it, in the order of the file
 */
typedef struct
{
  char *id;
  char *name;
  char *category;
  char *summary;
  GPtrArray *statements;
} JkbFileRole;

/** JkbFileFaultKind: what is odd in a file that is usable all the same. */
typedef enum
{
  JKB_FILE_FAULT_DANGLING,              /* a role refers to a statement that is not there */
  JKB_FILE_FAULT_DUPLICATE,             /* an identifier or relation is there twice */
  JKB_FILE_FAULT_EMPTY,                 /* a role without name, or a statement without text */
  JKB_N_FILE_FAULT_KINDS
} JkbFileFaultKind;

/**
 * JkbFileFault:
 * @kind: what is odd
 * @subject: identifier of the role or statement at fault
 * @object: (nullable): the identifier it refers to
 */
typedef struct
{
  JkbFileFaultKind kind;
  char *subject;
  char *object;
} JkbFileFault;

/**
 * JkbFrameworkFile:
 * @framework: name of the framework as in the shipped data: `nice`, `ecsf`
 * @edition: the edition that the file names; empty when it names none
 * @roles: (element-type JkbFileRole): its roles
 * @statements: (element-type JkbStatement): all statements
 * @faults: (element-type JkbFileFault): what was noted
 *
 * A file as read. Never changes. Any thread.
 */
typedef struct
{
  char *framework;
  char *edition;
  GPtrArray *roles;
  GPtrArray *statements;
  GPtrArray *faults;
} JkbFrameworkFile;

/**
 * jkb_framework_file_load:
 * @path: a regular file of at most %JKB_FRAMEWORK_FILE_MAX_BYTES
 * @error: a #GFileError or #JkbFrameworkError
 *
 * Reads files: not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *jkb_framework_file_load (const char *path, GError **error);

/**
 * jkb_framework_file_read:
 * @path: a regular file of at most %JKB_FRAMEWORK_FILE_MAX_BYTES
 * @error: a #GFileError or #JkbFrameworkError
 *
 * Reads a file whose shape is found from its content. Reads files: not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_file_read (const char *path, GError **error);

/**
 * jkb_framework_file_parse:
 * @data: (array length=n_bytes): contents of a file
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * As jkb_framework_file_read(). Time and memory are bounded for any bytes. Any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_file_parse (const char *data, gsize n_bytes, GError **error);

/**
 * jkb_framework_file_free:
 * @file: (nullable) (transfer full): a file
 */
void jkb_framework_file_free (JkbFrameworkFile *file);

/**
 * jkb_framework_file_find_role:
 * @file: a file
 * @role_id: identifier
 *
 * Returns: (transfer none) (nullable): the role
 */
const JkbFileRole *jkb_framework_file_find_role (const JkbFrameworkFile *file,
                                                 const char *role_id);

/**
 * JkbFileDifference:
 * @loaded: (nullable): the role of the loaded edition; %NULL when only the file has it
 * @read: (nullable): the role of the file; %NULL when only the loaded edition has it
 *
 * A role that is not the same in both. When both are there, their names differ.
 */
typedef struct
{
  const JkbRole *loaded;
  const JkbFileRole *read;
} JkbFileDifference;

/**
 * JkbFileCategory:
 * @name: name of the group; empty for roles that stand in none
 * @n_roles: how many roles it has
 * @n_statements: how many statements of each kind belong to them, each counted once
 *
 * What a file has in one group.
 */
typedef struct
{
  const char *name;
  guint n_roles;
  guint n_statements[JKB_N_STATEMENT_KINDS];
} JkbFileCategory;

/**
 * jkb_framework_file_categories:
 * @file: a file
 *
 * Returns: (transfer full) (element-type JkbFileCategory): its groups, in the order in which they
 *   first occur
 */
GPtrArray *jkb_framework_file_categories (const JkbFrameworkFile *file);

/**
 * jkb_framework_file_find_loaded:
 * @file: a file
 * @frameworks: frameworks
 *
 * Returns: (transfer none) (nullable): the edition to compare @file with: its own, or else the
 *   current one of its framework
 */
const JkbFramework *jkb_framework_file_find_loaded (const JkbFrameworkFile *file,
                                                    const JkbFrameworks *frameworks);

/**
 * jkb_framework_file_compare:
 * @file: a file
 * @framework: an edition
 *
 * Returns: (transfer full) (element-type JkbFileDifference): roles that are missing on one side or
 *   have another name, those of @framework first
 */
GPtrArray *jkb_framework_file_compare (const JkbFrameworkFile *file,
                                       const JkbFramework *framework);

/**
 * jkb_framework_file_print:
 * @file: a file
 *
 * Writes it as the table that jkb_framework_file_parse() reads, without what is odd in it. Any thread.
 *
 * Returns: (transfer full): the table
 */
char *jkb_framework_file_print (const JkbFrameworkFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbFrameworkFile, jkb_framework_file_free)
