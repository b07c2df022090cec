;; @codesyncer-context: rules engine
(ns rules.core
  (:require [clojure.string :as str]))

;;; @codesyncer-decision [2025-01-31]: data, not macros
;;;   rules are edited by people who do not program

(def note "; @codesyncer-todo: string")
(def semi \;) ; @codesyncer-why: the separator of the files

(defn fire
  "Fires a rule."
  [rule]
  ; @codesyncer-rule: no side effects in conditions
  (when (:when rule) ; @codesyncer-inference: always a set
    (:then rule)))

#_(comment "@codesyncer-todo: discarded form")
;; @codesyncer-todo(by=rich): spec
