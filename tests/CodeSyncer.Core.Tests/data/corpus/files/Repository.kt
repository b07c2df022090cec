package app.data

import kotlinx.coroutines.flow.Flow

/**
 * Local first repository.
 *
 * @codesyncer-decision 2026-03-02 was the day of the switch to Room
 * @codesyncer-decision [2026-03-02] Room, not SQLDelight
 * because two of three developers know it
 *
 * @property dao the generated access
 */
class Repository(private val dao: Dao, private val remote: Api) {

    /* outer /* @codesyncer-rule: nested comments of Kotlin end here */ and go on */

    val notes: Flow<List<Note>> = dao.notes() // @codesyncer-pattern: single source of truth

    // @codesyncer-inference: 30s timeout
    // @codesyncer-inference: 2 retries
    // (both from the Android template)
    suspend fun refresh() {
        val raw = """
            /* @codesyncer-todo: raw string */
            "quoted" // @codesyncer-todo: still raw
        """.trimIndent()
        val text = "$raw ${remote.load(/* @codesyncer-todo: page size as a setting */ 50)}"
        dao.replace(text)
    }

    fun char(): Char = '"' // @codesyncer-why: quoting is done by hand, see CSV spec

    // @codesyncer-alternative(rejected): Firestore
    //     + sync for free
    //     - no export
    //     - price
    private val unused = 0
}
