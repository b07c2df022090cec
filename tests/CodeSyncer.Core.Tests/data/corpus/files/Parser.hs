{-# LANGUAGE OverloadedStrings #-}
-- | A small parser.
--
-- @codesyncer-context: used by the importer only
module Parser (parse) where

{- @codesyncer-decision [2025-07-01]: applicative style
   {- no monads -} because every rule is context free

   Not a part of it. -}

import Data.Text (Text)

-- @codesyncer-rule: total functions only
--   no head, no fromJust
parse :: Text -> Maybe Int
parse t = go t 0 -- @codesyncer-inference: fits an Int
  where
    go' = '"'      -- @codesyncer-todo: name it
    msg = "-- @codesyncer-todo: string \" -- still"
    a --> b = a    -- @codesyncer-why: an operator of two dashes is no comment
    go _ n = Just n

-- ^ @codesyncer-pattern: worker and wrapper
-- @codesyncer-alternative(rejected, 2025-07-02): megaparsec
