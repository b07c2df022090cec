// @codesyncer-context: Windows line endings and a byte order mark
using System;

namespace Tools
{
    /// <summary>
    /// Imports files.
    /// </summary>
    /// <remarks>
    /// @codesyncer-decision(2026-10-01): streaming
    ///   files of 2 GB are normal
    /// </remarks>
    public class Import
    {
        /*
         * @codesyncer-rule: never load a file whole
         *
         * @codesyncer-todo: progress
         */
        public void Run(string path)
        {
            var s = "// @codesyncer-todo: string"; // @codesyncer-inference: CSV has a header
        }
    }
}
