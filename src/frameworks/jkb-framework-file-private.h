/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/** The largest known file has 8,000 roles, statements and relations. */
#define JKB_FILE_ITEMS_MAX 300000

/**
 * JkbFileBuilder:
 * @file: what is being filled
 * @roles: (element-type utf8 JkbFileRole): by identifier
 * @statements: (element-type utf8 JkbStatement): by identifier
 * @links: (element-type utf8): `ROLE STATEMENT` of all relations
 * @n_items: roles, statements, relations and faults so far; beyond %JKB_FILE_ITEMS_MAX nothing is added
 *   any more, and jkb_file_builder_end() refuses the file
 *
 * Fills a file and notes duplicates and dangling relations on the way.
 */
typedef struct
{
  JkbFrameworkFile *file;
  GHashTable *roles;
  GHashTable *statements;
  GHashTable *links;
  guint n_items;
} JkbFileBuilder;

/**
 * jkb_file_builder_init:
 * @builder: (out caller-allocates): a builder
 * @framework: name of the framework
 * @edition: its edition, empty when not known
 */
void jkb_file_builder_init (JkbFileBuilder *builder, const char *framework, const char *edition);

/**
 * jkb_file_builder_add_role:
 * @builder: a builder
 * @id: identifier; without one nothing is added
 * @name: its name
 * @summary: (nullable): its description
 *
 * Blanks at the ends go, wide and unbreakable ones become plain.
 */
void jkb_file_builder_add_role (JkbFileBuilder *builder, const char *id, const char *name,
                                const char *summary);

/**
 * jkb_file_builder_set_category:
 * @builder: a builder
 * @role_id: a role that was added; others are noted as dangling
 * @category_id: what is noted in that case
 * @category: name of the group
 */
void jkb_file_builder_set_category (JkbFileBuilder *builder, const char *role_id,
                                    const char *category_id, const char *category);

/**
 * jkb_file_builder_add_statement:
 * @builder: a builder
 * @id: identifier; without one nothing is added
 * @kind: what it is about
 * @text: its words
 */
void jkb_file_builder_add_statement (JkbFileBuilder *builder, const char *id,
                                     JkbStatementKind kind, const char *text);

/**
 * jkb_file_builder_link:
 * @builder: a builder to which all roles and statements were added
 * @role_id: a role
 * @statement_id: what belongs to it
 */
void jkb_file_builder_link (JkbFileBuilder *builder, const char *role_id,
                            const char *statement_id);

/**
 * jkb_file_builder_end:
 * @builder: a builder
 * @error: %JKB_FRAMEWORK_ERROR_UNKNOWN when there is not one role,
 *   %JKB_FRAMEWORK_ERROR_TOO_LARGE when there was too much of everything
 *
 * Clears @builder. Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_file_builder_end (JkbFileBuilder *builder, GError **error);

/**
 * jkb_file_builder_has_statement:
 * @builder: a builder
 * @id: an identifier
 * @text: words
 *
 * Returns: whether that statement was added with just these words
 */
gboolean jkb_file_builder_has_statement (const JkbFileBuilder *builder, const char *id,
                                         const char *text);

/**
 * jkb_file_make_id:
 * @name: a name
 *
 * Identifiers for roles that have none: a slug of an English name without what stands in brackets, as
 * the shipped data has them; any other name as it is.
 *
 * Returns: (transfer full): the identifier
 */
char *jkb_file_make_id (const char *name);

/**
 * JkbFileIds:
 *
 * Makes identifiers for statements that have none: kind and number, the same words of the same kind
 * the same one.
 */
typedef GHashTable JkbFileIds;

/**
 * jkb_file_ids_new:
 *
 * Returns: (transfer full): no identifiers; free it with jkb_file_ids_free()
 */
JkbFileIds *jkb_file_ids_new (void);

/**
 * jkb_file_ids_free:
 * @ids: (transfer full): identifiers
 */
void jkb_file_ids_free (JkbFileIds *ids);

/**
 * jkb_file_ids_add:
 * @ids: identifiers
 * @builder: where the statement is added when it is new
 * @kind: what it is about
 * @text: its words
 *
 * Returns: (transfer none): its identifier
 */
const char *jkb_file_ids_add (JkbFileIds *ids, JkbFileBuilder *builder, JkbStatementKind kind,
                              const char *text);

/**
 * jkb_framework_is_yaml:
 * @data: (array length=n_bytes): contents of a file
 * @n_bytes: how many
 *
 * Returns: whether it looks like what jkb_framework_yaml_parse() reads
 */
gboolean jkb_framework_is_yaml (const char *data, gsize n_bytes);

/**
 * jkb_framework_yaml_parse:
 * @data: (array length=n_bytes): role profiles as indented text
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads the profiles of ECSF; the shape is described in the source.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_yaml_parse (const char *data, gsize n_bytes, GError **error);

/**
 * jkb_framework_json_parse:
 * @data: (array length=n_bytes): JSON
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads the JSON of NICE (as CPRT exports it) or of ECSF.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_json_parse (const char *data, gsize n_bytes, GError **error);

/** How the first line of a table begins that jkb_framework_tsv_parse() reads. */
#define JKB_FRAMEWORK_TSV_HEAD "framework\tedition\trole_id\t"

/**
 * jkb_framework_tsv_parse:
 * @data: (array length=n_bytes): a table of roles and statements
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads any framework from a table; the columns are described in the source.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_tsv_parse (const char *data, gsize n_bytes, GError **error);

/**
 * jkb_framework_xlsx_parse:
 * @data: (array length=n_bytes): an XLSX workbook
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads the workbook of NICE.
 *
 * Returns: (transfer full) (nullable): the file
 */
JkbFrameworkFile *jkb_framework_xlsx_parse (const char *data, gsize n_bytes, GError **error);
