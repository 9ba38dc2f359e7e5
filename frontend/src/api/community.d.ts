export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Accounts of the office and of secretaries; `role=member` gives the members'. `q` is part of a name. */
        get: operations["get_accounts"];
        put?: never;
        /** @description Gives a person roles of the office and a first password, which is shown this once. */
        post: operations["post_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_accounts_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Changes roles, appoints or dismisses a branch's secretary, disables or enables. */
        patch: operations["patch_accounts_by_id"];
        trace?: never;
    };
    "/api/accounts/{id}/first-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A new first password for somebody who lost the own one; the person's sessions here end. */
        post: operations["post_accounts_by_id_first_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balancings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest balancing of the campaign; 204 before the first. */
        get: operations["get_balancings"];
        put?: never;
        post: operations["post_balancings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balancings/{balancing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_balancings_by_balancing_id"];
        put?: never;
        post?: never;
        delete: operations["delete_balancings_by_balancing_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balancings/{balancing_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_balancings_by_balancing_id_confirmation"];
        /** @description Undo: what is still unclaimed gets its branch of before. */
        delete: operations["delete_balancings_by_balancing_id_confirmation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balancings/{balancing_id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_balancings_by_balancing_id_moves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balancings/{balancing_id}/moves/{wish_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Lets go of what a hand moved: later balancings move the wish as any other. */
        delete: operations["delete_balancings_by_balancing_id_moves_by_wish_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balancings/{balancing_id}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Brings a proposal back that was thrown away or replaced. */
        post: operations["post_balancings_by_balancing_id_reinstatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board/{wish_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where a wish card's QR leads. A wish that is taken says so. */
        get: operations["get_board_by_wish_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board/{wish_id}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The QR code of a wish on the wall as an SVG picture: the short address, for few and large squares. */
        get: operations["get_board_by_wish_id_qr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_branches"];
        put?: never;
        post: operations["post_branches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/branches/{branch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_branches_by_branch_id"];
        trace?: never;
    };
    "/api/branches/{branch_id}/secretary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Appoints a member of the branch; the account to sign in with is made if needed. */
        post: operations["post_branches_by_branch_id_secretary"];
        /** @description The branch has no secretary any more. */
        delete: operations["delete_branches_by_branch_id_secretary"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The list with each one's figures; starting one brings in what earlier years left over, so it stands up here. */
        get: operations["get_campaigns"];
        put?: never;
        /** @description The list with each one's figures; starting one brings in what earlier years left over, so it stands up here. */
        post: operations["post_campaigns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_campaigns_by_campaign_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_campaigns_by_campaign_id"];
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What closing this year takes and would do; changes nothing. */
        get: operations["get_campaigns_by_campaign_id_closing"];
        put?: never;
        post: operations["post_campaigns_by_campaign_id_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/four-eyes-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description The administrator's switch: an office of one person cannot wait for a second. */
        put: operations["put_campaigns_by_campaign_id_four_eyes_off"];
        post?: never;
        /** @description The rule holds again. */
        delete: operations["delete_campaigns_by_campaign_id_four_eyes_off"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/ladder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_campaigns_by_campaign_id_ladder"];
        /** @description Sets parts of the ladder for what is claimed from now on. */
        put: operations["put_campaigns_by_campaign_id_ladder"];
        post?: never;
        /** @description Puts the default ladder back. */
        delete: operations["delete_campaigns_by_campaign_id_ladder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/leftovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What a closed campaign left over, and what waits since, comes into a campaign that goes on. */
        post: operations["post_campaigns_by_campaign_id_leftovers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/preparing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description `running` → `preparing`, while none of its wishes was ever open. */
        post: operations["post_campaigns_by_campaign_id_preparing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_campaigns_by_campaign_id_reopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_campaigns_by_campaign_id_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/sheet/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The wishes behind one number of the sheet, as they stood on the day. */
        get: operations["get_campaigns_by_campaign_id_sheet_wishes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/starting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description `preparing` → `running`. The way back reaches into rooms above this one: `tenants.closing.api.Preparing`. */
        post: operations["post_campaigns_by_campaign_id_starting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/statistics-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the form of one campaign would hold, masked as in every list of staff's. */
        get: operations["get_campaigns_by_campaign_id_statistics_form"];
        put?: never;
        /** @description The form of one campaign as .xlsx. It is written to the access log with the reason. */
        post: operations["post_campaigns_by_campaign_id_statistics_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code that a campaign of this year and name would get; it can be changed until the first number is given. */
        get: operations["get_campaigns_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Cards of the households (or of these) with a wish under way, with their codes. */
        get: operations["get_cards_households"];
        put?: never;
        /** @description Cards of these households, as far as a wish of theirs is under way. */
        post: operations["post_cards_households"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Cards of these wishes, else of all of the campaigns; of open ones only. */
        get: operations["get_cards_wishes"];
        put?: never;
        /** @description Cards of those of these wishes that are open. */
        post: operations["post_cards_wishes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/wishes/printed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Remembers which wishes' cards were printed, so that the next time only new ones are. */
        post: operations["post_cards_wishes_printed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/category-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The words that were chosen on check pages or entered here, in their order. */
        get: operations["get_category_words"];
        put?: never;
        post: operations["post_category_words"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/category-words/{word_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description The next list that says it is asked about again. */
        delete: operations["delete_category_words_by_word_id"];
        options?: never;
        head?: never;
        /** @description The word written otherwise, or for another category; what was read by it before stays. */
        patch: operations["patch_category_words_by_word_id"];
        trace?: never;
    };
    "/api/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{claim_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_claims_by_claim_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{claim_id}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A view whose POST brings a delivery's evidence, as JSON or, with a picture, as a form.
         *
         *     Not answered once for an Idempotency-Key: the key would have the form read before it is received in memory, and
         *     wrong codes are counted, which must not be undone with a refused request.
         */
        post: operations["post_claims_by_claim_id_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{claim_id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Staff give more time by themselves; from today where the deadline has passed. */
        post: operations["post_claims_by_claim_id_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{claim_id}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_claims_by_claim_id_hand_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{claim_id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_claims_by_claim_id_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_claims_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/community/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_community_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_community_profile"];
        trace?: never;
    };
    "/api/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Records the same consents of the people behind many wishes, as when a pile of signed forms comes in. Whoever cannot be recorded is left out and named; the others are recorded. */
        post: operations["post_consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/{consent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_consents_by_consent_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Withdraws consents that were recorded for many by mistake; their records stay. */
        post: operations["post_consents_undoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Those first that are recalled first. */
        get: operations["get_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{delivery_id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The photo or the signature, for staff, and for the claimer until the claim's end. Each look is logged. */
        get: operations["get_deliveries_by_delivery_id_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{delivery_id}/picture/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Erases the picture of a delivery that staff have confirmed; the delivery stands. */
        post: operations["post_deliveries_by_delivery_id_picture_erasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extensions/{extension_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Grants or refuses a request. */
        post: operations["post_extensions_by_extension_id_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The latest imports, newest first, without their rows. */
        get: operations["get_imports"];
        put?: never;
        /** @description Reads and judges a workbook. Nothing is imported before the confirmation. */
        post: operations["post_imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The check page. Its rows are unmasked, so the access log says who looked. */
        get: operations["get_imports_by_import_id"];
        put?: never;
        post?: never;
        /** @description Puts a checked import aside. */
        delete: operations["delete_imports_by_import_id"];
        options?: never;
        head?: never;
        /** @description Answers what is asked once for the whole import; every row is judged again. */
        patch: operations["patch_imports_by_import_id"];
        trace?: never;
    };
    "/api/imports/{import_id}/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The rows that need care as a workbook, to mend and upload again. */
        get: operations["get_imports_by_import_id_care"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{import_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Imports what can come in, all of it or nothing. Confirming again changes nothing. */
        post: operations["post_imports_by_import_id_confirmation"];
        /** @description Takes back what a confirmed import brought, while nothing was done with it: it is at its check page again. */
        delete: operations["delete_imports_by_import_id_confirmation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{import_id}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Brings a discarded import back to its check page, until the night in which it is forgotten. */
        post: operations["post_imports_by_import_id_reinstatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{import_id}/rows/{serial}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Corrects cells of a row, as texts by field. The row comes back as it is judged now. */
        patch: operations["patch_imports_by_import_id_rows_by_serial"];
        trace?: never;
    };
    "/api/imports/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A blank register to fill in. */
        get: operations["get_imports_templates_by_kind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_members"];
        put?: never;
        post: operations["post_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_members_by_member_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_members_by_member_id"];
        trace?: never;
    };
    "/api/members/{member_id}/first-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_members_by_member_id_first_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_members_by_member_id_leaving"];
        put?: never;
        post: operations["post_members_by_member_id_leaving"];
        /** @description The member is back: claims and logs in as before. */
        delete: operations["delete_members_by_member_id_leaving"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was said to a member, the newest first. */
        get: operations["messages_of_a_member"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The member said “no more texts”: this community sends none to the number, one-time codes aside. */
        post: operations["post_members_by_member_id_stop"];
        /** @description The member gets messages again. */
        delete: operations["delete_members_by_member_id_stop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}/unmasking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A member's telephone in full; the reason goes to the access log. A secretary sees those of the own branch. */
        post: operations["post_members_by_member_id_unmasking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["members_reach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What this community said, the newest first; one-time codes are the person's own affair and not listed. */
        get: operations["messages_of_the_community"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Live ones first, by deadline; then the ended ones. */
        get: operations["get_my_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/claims/{claim_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One's own claim; while it lives with name, telephone and address, and each look is logged. */
        get: operations["get_my_claims_by_claim_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/claims/{claim_id}/changes/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The claimer has seen what was changed of the promise. Handing back without a trace stays possible. */
        post: operations["post_my_claims_by_claim_id_changes_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/claims/{claim_id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks for more time for one's own claim, before its deadline. */
        post: operations["post_my_claims_by_claim_id_extension"];
        /** @description Takes an open request back. */
        delete: operations["delete_my_claims_by_claim_id_extension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One's own, of every list, in the order of saving. */
        get: operations["get_my_filters"];
        put?: never;
        /** @description Keeps one; of the same list and name it takes the old one's place. */
        post: operations["post_my_filters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/filters/{filter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Forgets one of one's own. No error where there is none. */
        delete: operations["delete_my_filters_by_filter_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first, a hundred at most; kept after the claim has ended. No resident stands in them. */
        get: operations["get_my_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description These were seen; others' are left alone. */
        post: operations["post_my_notices_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_openings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openings/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes back one's own openings of the last ten minutes. A wish that was claimed meanwhile stays. */
        post: operations["post_openings_undoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_people_by_person_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_people_by_person_id"];
        trace?: never;
    };
    "/api/people/{person_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_people_by_person_id_consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person_id}/unmasking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A resident in full; the reason goes to the access log. */
        post: operations["post_people_by_person_id_unmasking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Signs in by password, or by a code that came by SMS or was printed. 401 alike for all that is wrong. */
        post: operations["post_session"];
        /** @description Signs out. No error without a session. */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Has a code sent, if the number may sign in here; the answer is the same if not. */
        post: operations["post_session_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Sets the own password. The old one is needed unless it is a first password, or a code by SMS opened this
         *     session in the last ten minutes. Where there is none yet, the session has to be as young.
         */
        put: operations["put_session_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Open to everybody; sets the cookie `csrftoken`, which every unsafe request has to repeat in X-CSRFToken. */
        get: operations["get_site"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Members whose number is on the stop list, the newest first. */
        get: operations["stops_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whom no message reaches, those who wait longest first. */
        get: operations["visit_list"];
        put?: never;
        /** @description The member was told in person about everything that stands on the list. */
        post: operations["post_visits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description A visit marked by mistake: the member stands on the list again. */
        delete: operations["delete_visits_by_visit_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_wall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_wishes"];
        put?: never;
        post: operations["post_wishes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_wishes_by_wish_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_wishes_by_wish_id"];
        trace?: never;
    };
    "/api/wishes/{wish_id}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_assessment"];
        /** @description Takes back one's own assessment within ten minutes. */
        delete: operations["delete_wishes_by_wish_id_assessment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/backstop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_backstop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/backstop/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A view whose POST brings a delivery's evidence, as JSON or, with a picture, as a form.
         *
         *     Not answered once for an Idempotency-Key: the key would have the form read before it is received in memory, and
         *     wrong codes are counted, which must not be undone with a refused request.
         */
        post: operations["post_wishes_by_wish_id_backstop_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/backstop/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Back to the board: somebody wants it after all. */
        post: operations["post_wishes_by_wish_id_backstop_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/claim/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes one's own claiming of a minute ago back: it stands in no record. Staff: what they claimed for others. */
        post: operations["post_wishes_by_wish_id_claim_undoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_wishes_by_wish_id_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_follow_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description The hand that holds a wish at its branch in every later balancing. */
        put: operations["put_wishes_by_wish_id_hold"];
        post?: never;
        /** @description The hand that holds a wish at its branch in every later balancing. */
        delete: operations["delete_wishes_by_wish_id_hold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was said about a wish and to whom, the newest first. */
        get: operations["messages_of_a_wish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_opening"];
        /** @description Takes back one's own opening within ten minutes. */
        delete: operations["delete_wishes_by_wish_id_opening"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A delivery that staff could not confirm. */
        post: operations["post_wishes_by_wish_id_rejection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What somebody who lost this wish could take instead. */
        get: operations["get_wishes_by_wish_id_similar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes back one's own act, the last that happened to the wish, within a minute. */
        post: operations["post_wishes_by_wish_id_undoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/unmasking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The person behind a wish in full, with the story; the reason goes to the access log. */
        post: operations["post_wishes_by_wish_id_unmasking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_verification"];
        /** @description Takes back one's own verification within ten minutes. */
        delete: operations["delete_wishes_by_wish_id_verification"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_wishes_by_wish_id_withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/{wish_id}/withdrawal/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes back one's own withdrawal of an unclaimed wish within ten minutes. */
        post: operations["post_wishes_by_wish_id_withdrawal_undoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wishes/unmasking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The people behind several wishes in full, with their stories, as a queue is verified. */
        post: operations["post_wishes_unmasking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The sheet of a year's campaigns together; a wish carried over within the year counts where it arrived. */
        get: operations["get_years_by_year_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/sheet/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The wishes behind one number of a year's sheet, as they stood on the day. */
        get: operations["get_years_by_year_sheet_wishes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/statistics-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the form of a year's campaigns together would hold, masked as in every list of staff's. */
        get: operations["get_years_by_year_statistics_form"];
        put?: never;
        /** @description The form of a year's campaigns together as .xlsx. It is written to the access log with the reason. */
        post: operations["post_years_by_year_statistics_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Whoever is signed in. `has_password` is False for somebody who has used codes only.
         *
         *     `new_password` says what a new one asks for: `old` the old one, `nothing`, `again` to sign in again first; `none`
         *     can be set in this session. `first_code` is a member's: whoever printed it has had it too.
         */
        AccountAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            roles: ("administrator" | "staff" | "branch_secretary" | "member" | "officer" | "operator")[];
            /** Format: uuid */
            member_id: string | null;
            /** Format: uuid */
            branch_id: string | null;
            must_change_password: boolean;
            has_password: boolean;
            /**
             * @description * `old` - old
             *     * `nothing` - nothing
             *     * `again` - again
             *     * `none` - none
             * @enum {string}
             */
            new_password: "old" | "nothing" | "again" | "none";
            first_code: components["schemas"]["PrintedCode"] | null;
        };
        /** @description An account as its community sees it; the telephone is masked. */
        AccountRow: {
            version: string;
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            roles: ("administrator" | "staff" | "branch_secretary" | "member")[];
            /** Format: uuid */
            member_id: string | null;
            /** Format: uuid */
            branch_id: string | null;
            active: boolean;
            must_change_password: boolean;
            /** Format: date-time */
            last_login: string | null;
        };
        /** @description `opinion` is the reason of a refusal and what has to be completed; `channel` where it is referred to. */
        AssessmentInputRequest: {
            /**
             * @description * `admit` - Admit
             *     * `decline` - Decline
             *     * `refer` - Refer
             *     * `complete` - Complete
             * @enum {string}
             */
            outcome: "admit" | "decline" | "refer" | "complete";
            /** @default  */
            opinion: string;
            /** @default  */
            channel: string;
        };
        /**
         * @description `picture` is the photo of the item (with `no_face`, the deliverer's word that none is on it) or the signature that
         *     was drawn; either makes the request a form (multipart/form-data), any other is JSON.
         */
        BackstopDeliveryInputRequest: {
            /**
             * @description * `code` - Code
             *     * `signature` - Signature
             *     * `photo` - Photo
             *     * `witness` - Witness
             * @enum {string}
             */
            evidence: "code" | "signature" | "photo" | "witness";
            code?: string;
            remark?: string;
            no_face?: boolean;
            /** Format: binary */
            picture?: string;
            /**
             * Format: date-time
             * @description The page's own time when it was pressed: it may reach the server days later, from offline.
             */
            pressed_at?: string | null;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        BackstopInputRequest: {
            reason: string;
            /**
             * Format: uuid
             * @description The live claim that was seen, null for none: 409 if it is another.
             */
            claim?: string | null;
        };
        BalancingAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description * `proposed` - Proposed
             *     * `confirmed` - Confirmed
             *     * `undone` - Undone
             *     * `discarded` - Discarded
             * @enum {string}
             */
            state: "proposed" | "confirmed" | "undone" | "discarded";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            confirmed_at: string | null;
            wishes: number;
            head_count: number;
            /** Format: decimal */
            spread_yuan: string;
            lines: components["schemas"]["LineAnswer"][];
            places: components["schemas"]["PlaceAnswer"][];
            left_out: components["schemas"]["LeftOut"][];
        };
        BlockerAnswer: {
            /**
             * @description * `collected` - collected
             *     * `verified` - verified
             *     * `extensions` - extensions
             *     * `claimed` - claimed
             *     * `backstopped` - backstopped
             *     * `delivered` - delivered
             *     * `follow_ups` - follow_ups
             *     * `imports` - imports
             * @enum {string}
             */
            code: "collected" | "verified" | "extensions" | "claimed" | "backstopped" | "delivered" | "follow_ups" | "imports";
            count: number;
            rows: components["schemas"]["BlockerRow"][];
        };
        /** @description A wish (`name` is its number), or an import (`name` is that of its file). `since`: when it began to wait. */
        BlockerRow: {
            /** Format: uuid */
            id: string;
            name: string;
            item: string;
            /** Format: date-time */
            since: string;
        };
        /**
         * @description A part of the board; `count` are all cards, `kinds` how many of each kind where that was asked for. `next` asks
         *     for the part after this one, and is empty at the end: a place in the order, so that no card is missed when somebody
         *     claims between two parts.
         */
        BoardAnswer: {
            count: number;
            next: string | null;
            kinds?: {
                [key: string]: number;
            };
            results: components["schemas"]["CardAnswer"][];
        };
        /** @description What can be edited. `version` goes into the `If-Match` of the change; it is the answer's ETag too. */
        BranchAnswer: {
            version: string;
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description * `branch` - Branch
             *     * `organisation` - Organisation
             * @enum {string}
             */
            kind: "branch" | "organisation";
            head_count: number;
            secretary: components["schemas"]["NamedMember"] | null;
            proposed: components["schemas"]["ProposedSecretary"][];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        BranchInputRequest: {
            name: string;
            /**
             * @description * `branch` - Branch
             *     * `organisation` - Organisation
             * @enum {string}
             */
            kind?: "branch" | "organisation";
        };
        BranchName: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        BranchProgress: {
            /** Format: uuid */
            id: string;
            name: string;
            done: number;
            total: number;
        };
        /** @description A campaign with its policy; lengths are working days. `example_deadline` is that of a claim made today. */
        CampaignAnswer: {
            version: string;
            /** Format: uuid */
            id: string;
            year: number;
            yearly: boolean;
            title: string;
            prefix: string;
            /** @description a number was given: the code stays */
            prefix_fixed: boolean;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /**
             * @description * `preparing` - Preparing
             *     * `running` - Running
             *     * `closed` - Closed
             * @enum {string}
             */
            state: "preparing" | "running" | "closed";
            /** Format: date-time */
            running_since: string | null;
            claim_length_days: number;
            live_claims_per_member: number;
            branch_only_days: number;
            budget_limit_yuan: number;
            follow_up_percent: number;
            extension_days: number;
            needed_soon_days: number;
            erase_after_months: number;
            /** Format: date */
            example_deadline: string;
            /** Format: date */
            example_opens_to_all: string;
            provisional_calendar: boolean;
            /** @description Why the rule of four eyes is switched off; empty while it holds. */
            four_eyes_off: string;
            /** @description Active accounts of the office: with one alone it can be switched off. */
            office_accounts: number;
            history: components["schemas"]["CampaignChange"][];
            /** @description What a change read otherwise than it was typed. */
            notes?: components["schemas"]["NoteAnswer"][];
        };
        CampaignChange: {
            /** Format: date-time */
            at: string;
            by: string;
            verb: string;
            reason: string;
            changes: {
                [key: string]: unknown;
            };
        };
        CampaignHead: {
            /** Format: uuid */
            id: string;
            year: number;
            yearly: boolean;
            title: string;
            state: string;
            prefix: string;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
        };
        /** @description `figures` are those of now, or the frozen ones; `was_open`: it cannot go back to preparing. */
        CampaignInList: {
            version: string;
            /** Format: uuid */
            id: string;
            year: number;
            yearly: boolean;
            title: string;
            prefix: string;
            /** @description a number was given: the code stays */
            prefix_fixed: boolean;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /**
             * @description * `preparing` - Preparing
             *     * `running` - Running
             *     * `closed` - Closed
             * @enum {string}
             */
            state: "preparing" | "running" | "closed";
            /** Format: date-time */
            running_since: string | null;
            claim_length_days: number;
            live_claims_per_member: number;
            branch_only_days: number;
            budget_limit_yuan: number;
            follow_up_percent: number;
            extension_days: number;
            needed_soon_days: number;
            erase_after_months: number;
            /** Format: date */
            example_deadline: string;
            /** Format: date */
            example_opens_to_all: string;
            provisional_calendar: boolean;
            /** @description Why the rule of four eyes is switched off; empty while it holds. */
            four_eyes_off: string;
            /** @description Active accounts of the office: with one alone it can be switched off. */
            office_accounts: number;
            history: components["schemas"]["CampaignChange"][];
            /** @description What a change read otherwise than it was typed. */
            notes?: components["schemas"]["NoteAnswer"][];
            figures: components["schemas"]["FiguresAnswer"];
            was_open: boolean;
        };
        /** @description A wish on the board. While it is its branch's alone, `opens_to_all_on` says when that ends. */
        CardAnswer: {
            /** Format: uuid */
            id: string;
            number: string;
            serial: number;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            item: string;
            quantity: number;
            requirements: string[];
            public_text: string;
            budget_yuan: number | null;
            /** Format: uuid */
            branch_id: string | null;
            branch_name: string | null;
            /** Format: date */
            needed_by: string | null;
            /** Format: date */
            opens_to_all_on: string | null;
            claimable: boolean;
        };
        /** @description A wish that nobody claimed; `again_as` is its wish in the later year, once it has come in there. */
        CarriedRow: {
            /** Format: uuid */
            id: string;
            number: string;
            item: string;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            again_as: string;
            /** Format: uuid */
            again_id: string | null;
            again_year: number | null;
            /** @description that campaign's name */
            again_in: string;
        };
        /** @description The same wish in the campaign that it came from, or into which it was carried over. */
        CarriedWish: {
            /** Format: uuid */
            id: string;
            number: string;
        };
        /** @description `word` is in the form in which cells are compared. */
        CategoryWordAnswer: {
            version: string;
            /** Format: uuid */
            id: string;
            word: string;
            /**
             * @description * `disabled` - disabled
             *     * `veteran` - veteran
             *     * `senior` - senior
             *     * `lonely_elderly` - lonely_elderly
             *     * `special_hardship` - special_hardship
             *     * `low_income` - low_income
             *     * `low_income_margin` - low_income_margin
             *     * `severe_illness` - severe_illness
             *     * `poor_only_child` - poor_only_child
             *     * `lost_only_child` - lost_only_child
             *     * `single_parent` - single_parent
             *     * `left_behind_child` - left_behind_child
             *     * `child_in_difficulty` - child_in_difficulty
             *     * `disaster` - disaster
             * @enum {string}
             */
            category: "disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster";
            /** Format: date-time */
            created_at: string;
            /** @description who chose it last */
            by: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        CategoryWordInputRequest: {
            word: string;
            /**
             * @description * `disabled` - disabled
             *     * `veteran` - veteran
             *     * `senior` - senior
             *     * `lonely_elderly` - lonely_elderly
             *     * `special_hardship` - special_hardship
             *     * `low_income` - low_income
             *     * `low_income_margin` - low_income_margin
             *     * `severe_illness` - severe_illness
             *     * `poor_only_child` - poor_only_child
             *     * `lost_only_child` - lost_only_child
             *     * `single_parent` - single_parent
             *     * `left_behind_child` - left_behind_child
             *     * `child_in_difficulty` - child_in_difficulty
             *     * `disaster` - disaster
             * @enum {string}
             */
            category: "disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster";
        };
        /** @description Some of them, by identifier: in a body, since a hundred would be too long for an address. */
        ChosenInputRequest: {
            ids: string[];
        };
        /** @description How many claims stand in each stage. */
        ClaimCounts: {
            waiting: number;
            overdue: number;
            soon: number;
            extensions: number;
            delivered: number;
            ended: number;
        };
        /** @description Empty for a member's own claim; staff name the member and how the claim reached them. */
        ClaimInputRequest: {
            /** Format: uuid */
            member?: string;
            /**
             * @description * `online` - Online
             *     * `paper` - Paper
             *     * `hall` - Hall
             * @enum {string}
             */
            channel?: "online" | "paper" | "hall";
            /**
             * @description * `single` - Single
             *     * `joint` - Joint
             *     * `organisation` - Organisation
             * @enum {string}
             */
            manner?: "single" | "joint" | "organisation";
            partners?: string;
            note?: string;
        };
        /**
         * @description A claim. `deadline_state` and the sentence `deadline_text` say how it stands to its deadline, on all screens alike;
         *     empty once it is delivered, as is `days_left` (working days to the deadline).
         *
         *     `provisional`: the deadline may still move, since a year it counts through has no arrangement of holidays yet.
         *     `extension` is the latest request for more time; `if_extended` the deadline after 1, 2, … working days more.
         *     `sent_back` says why staff could not confirm the last delivery, while the gift is awaited again.
         */
        ClaimRow: {
            /** Format: uuid */
            id: string;
            wish: components["schemas"]["WishOfClaim"];
            /** Format: uuid */
            member_id: string;
            member_name: string;
            branch_name: string;
            /**
             * @description * `single` - Single
             *     * `joint` - Joint
             *     * `organisation` - Organisation
             * @enum {string}
             */
            manner: "single" | "joint" | "organisation";
            /**
             * @description * `online` - Online
             *     * `paper` - Paper
             *     * `hall` - Hall
             * @enum {string}
             */
            channel: "online" | "paper" | "hall";
            partners: string;
            /** Format: date-time */
            claimed_at: string;
            /** Format: date */
            first_deadline: string;
            /** Format: date */
            deadline: string;
            provisional: boolean;
            days_left: number | null;
            /**
             * @description * `coming` - Coming
             *     * `today` - Today
             *     * `overdue` - Overdue
             *     * `asking` - Asking
             *     * `` - nothing awaited
             * @enum {string}
             */
            deadline_state: "coming" | "today" | "overdue" | "asking" | "";
            deadline_text: string;
            extension: components["schemas"]["ExtensionAnswer"] | null;
            if_extended: string[];
            /** Format: date-time */
            ended_at: string | null;
            /**
             * @description * `fulfilled` - Fulfilled
             *     * `handed_back` - Handed Back
             *     * `handed_over` - Handed Over
             *     * `recalled` - Recalled
             *     * `withdrawn` - Withdrawn
             *     * `undone` - Undone
             *     * `released` - Released
             *     * `` - live
             * @enum {string}
             */
            end: "fulfilled" | "handed_back" | "handed_over" | "recalled" | "withdrawn" | "undone" | "released" | "";
            delivery: components["schemas"]["DeliveryAnswer"] | null;
            sent_back: string;
            /** @description Something of the promise was changed, and its claimer has not seen it. */
            changed: boolean;
        };
        ClaimSection: {
            count: number;
            rows: components["schemas"]["LadderRow"][];
        };
        /** @description `erased_from`: the day on which what stands of residents is erased; `erased_at`: when that was done. */
        ClosedAnswer: {
            /** Format: date-time */
            at: string;
            by: string;
            reopenable: boolean;
            /** Format: date-time */
            reopenable_until: string;
            /** Format: date */
            erased_from: string;
            /** Format: date-time */
            erased_at: string | null;
        };
        /**
         * @description The closing of one campaign. `blockers` is empty when it can be closed; all kinds are in `checks`, so that what is
         *     done can be shown as done. `figures` are those of now, or the frozen ones. `carried_over` are the wishes that will
         *     be carried over, or were. `next`: the campaign that is proposed for them; `choices`: all that can take them in.
         *     `waiting`: how many have come into no other campaign yet.
         */
        ClosingAnswer: {
            /** Format: uuid */
            id: string;
            year: number;
            title: string;
            /**
             * @description * `preparing` - Preparing
             *     * `running` - Running
             *     * `closed` - Closed
             * @enum {string}
             */
            state: "preparing" | "running" | "closed";
            checks: string[];
            blockers: components["schemas"]["BlockerAnswer"][];
            carried_over: components["schemas"]["CarriedRow"][];
            waiting: number;
            next: components["schemas"]["YearAnswer"] | null;
            choices: components["schemas"]["YearAnswer"][];
            figures: components["schemas"]["FiguresAnswer"];
            closed: components["schemas"]["ClosedAnswer"] | null;
        };
        /**
         * @description `into`: the campaign that what is left over comes into at once; null: none, it waits for the next year's. Where it
         *     is not named, the one that is proposed.
         */
        ClosingInputRequest: {
            /** Format: uuid */
            into?: string | null;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        CodeInputRequest: {
            phone: string;
        };
        CodeProposed: {
            code: string;
        };
        /** @description A column: `field` as in a row's `values`, `label` as the file calls it, `title` as we do. */
        ColumnAnswer: {
            field: string;
            label: string;
            title: string;
        };
        /** @description How people reach the community's office; empty texts where it has not said. `dial` is the telephone in E.164. */
        CommunityContact: {
            telephone: string;
            dial: string;
            address: string;
            hours: string;
        };
        /** @description `consents`, where given, take the place of those of the upload. */
        ConfirmationInputRequest: {
            consents?: components["schemas"]["ImportConsentsRequest"] | null;
        };
        ConsentAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description * `collect` - Collect
             *     * `show` - Show
             *     * `disclose` - Disclose
             *     * `photo` - Photo
             *     * `publicity` - Publicity
             * @enum {string}
             */
            purpose: "collect" | "show" | "disclose" | "photo" | "publicity";
            /**
             * @description * `written` - Written
             *     * `oral` - Oral
             *     * `telephone` - Telephone
             * @enum {string}
             */
            manner: "written" | "oral" | "telephone";
            /** Format: date */
            given_on: string;
            given_by_guardian: boolean;
            recorded_by: string;
            /** @description Recorded wrongly and taken back: it was never given. */
            by_mistake: boolean;
            /** Format: date-time */
            withdrawn_at: string | null;
        };
        /** @description What the person consented to on this occasion. `manner` is that of the verification where nothing else is said. */
        ConsentsFoundRequest: {
            purposes: ("collect" | "show" | "disclose" | "photo" | "publicity")[];
            /**
             * @description * `written` - Written
             *     * `oral` - Oral
             *     * `telephone` - Telephone
             * @enum {string}
             */
            manner?: "written" | "oral" | "telephone";
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ConsentsInputRequest: {
            purposes: ("collect" | "show" | "disclose" | "photo" | "publicity")[];
            /**
             * @description * `written` - Written
             *     * `oral` - Oral
             *     * `telephone` - Telephone
             * @enum {string}
             */
            manner: "written" | "oral" | "telephone";
            /** Format: date */
            given_on?: string;
        };
        /**
         * @description `recorded` counts people, `consents` are those written, for taking it back; a wish in `left_out` says why its
         *     person's consent is not on record.
         */
        ConsentsOfManyAnswer: {
            recorded: number;
            consents: string[];
            left_out: components["schemas"]["NotOpened"][];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ConsentsOfManyInputRequest: {
            purposes: ("collect" | "show" | "disclose" | "photo" | "publicity")[];
            /**
             * @description * `written` - Written
             *     * `oral` - Oral
             *     * `telephone` - Telephone
             * @enum {string}
             */
            manner: "written" | "oral" | "telephone";
            /** Format: date */
            given_on?: string;
            wishes: string[];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ConsentsUndoingInputRequest: {
            consents: string[];
        };
        /** @description What a claimer needs to bring the gift. Empty with `withheld` where no consent to disclose is on record. */
        ContactAnswer: {
            withheld: boolean;
            name: string;
            phone: string;
            address: string;
            guardian_name: string;
            guardian_relation: string;
        };
        /** @description The row as it is judged now; `others` are rows that changed with it. */
        CorrectedAnswer: {
            version: string;
            serial: number;
            row: number;
            sheet: string;
            hidden: boolean;
            /**
             * @description * `ready` - ready
             *     * `attention` - attention
             *     * `duplicate` - duplicate
             *     * `rejected` - rejected
             * @enum {string}
             */
            outcome: "ready" | "attention" | "duplicate" | "rejected";
            reasons: components["schemas"]["FindingAnswer"][];
            warnings: components["schemas"]["FindingAnswer"][];
            duplicate_of: number | null;
            existing: string;
            number: string;
            values: {
                [key: string]: string;
            };
            corrected: string[];
            read: {
                [key: string]: unknown;
            };
            others: components["schemas"]["ImportRowAnswer"][];
            counts: components["schemas"]["CountsAnswer"];
        };
        CountsAnswer: {
            ready: number;
            attention: number;
            duplicate: number;
            rejected: number;
        };
        /** @description A verification (`manner`) or an assessment (`outcome`, `channel`). */
        DecisionAnswer: {
            /**
             * @description * `visit` - Visit
             *     * `telephone` - Telephone
             * @enum {string|null}
             */
            manner: "visit" | "telephone" | null;
            /**
             * @description * `admit` - Admit
             *     * `decline` - Decline
             *     * `refer` - Refer
             *     * `complete` - Complete
             * @enum {string|null}
             */
            outcome: "admit" | "decline" | "refer" | "complete" | null;
            channel: string;
            opinion: string;
            /** Format: date */
            on: string;
            by: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            undone_at: string | null;
        };
        /** @description `has_picture`: a photo or a drawn signature can be looked at; false once it is erased. */
        DeliveryAnswer: {
            /** Format: uuid */
            id: string;
            has_picture: boolean;
            /**
             * @description * `code` - Code
             *     * `signature` - Signature
             *     * `photo` - Photo
             *     * `witness` - Witness
             * @enum {string}
             */
            evidence: "code" | "signature" | "photo" | "witness";
            /**
             * @description * `member` - Member
             *     * `staff` - Staff
             *     * `both` - Both
             * @enum {string}
             */
            carried_by: "member" | "staff" | "both";
            /** Format: date */
            delivered_on: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description The page's own time, of an earlier day: a proposal for whoever confirms.
             */
            pressed_at: string | null;
            by: string;
            remark: string;
            /** Format: date-time */
            confirmed_at: string | null;
            confirmed_by: string;
            /** Format: date-time */
            rejected_at: string | null;
            rejected_reason: string;
            current: boolean;
            follow_up_wanted: boolean;
            by_the_community: boolean;
        };
        /** @description Empty as a rule. `delivered_on` is an earlier day than the recorded one, with its reason. */
        DeliveryConfirmationInputRequest: {
            /** Format: date */
            delivered_on?: string;
            reason?: string;
        };
        /**
         * @description `picture` is the photo of the item (with `no_face`, the deliverer's word that none is on it) or the signature that
         *     was drawn; either makes the request a form (multipart/form-data), any other is JSON.
         */
        DeliveryInputRequest: {
            /**
             * @description * `code` - Code
             *     * `signature` - Signature
             *     * `photo` - Photo
             *     * `witness` - Witness
             * @enum {string}
             */
            evidence: "code" | "signature" | "photo" | "witness";
            code?: string;
            remark?: string;
            no_face?: boolean;
            /** Format: binary */
            picture?: string;
            /**
             * Format: date-time
             * @description The page's own time when it was pressed: it may reach the server days later, from offline.
             */
            pressed_at?: string | null;
            /**
             * @description * `member` - Member
             *     * `staff` - Staff
             *     * `both` - Both
             * @enum {string}
             */
            carried_by?: "member" | "staff" | "both";
        };
        /** @description A delivered wish with its delivery and follow-ups, for the page of deliveries. */
        DeliveryRow: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            /** Format: date-time */
            state_since: string;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            item: string;
            quantity: number;
            budget_yuan: number | null;
            missing: string[];
            missing_texts: string[];
            warnings: string[];
            branch: components["schemas"]["BranchName"] | null;
            /** Format: date */
            collected_on: string | null;
            /** Format: date */
            needed_by: string | null;
            /**
             * @description * `near` - near its day and unclaimed
             *     * `passed` - unclaimed, and its day is over
             *     * `` - neither
             * @enum {string}
             */
            needed_state: "near" | "passed" | "";
            for_batch: string[];
            collector: string;
            /**
             * Format: uuid
             * @description The collector's account, where one is known.
             */
            collector_id: string | null;
            /** @description Switched off for its campaign: whoever collected it may assess it too. */
            four_eyes_off: boolean;
            /** Format: uuid */
            person_id: string;
            name: string;
            place: string;
            age: number | null;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            may_be_shown: boolean;
            /** @description Purposes that a step of a wish needs and nobody has consented to, withdrawn ones among them. */
            consents_missing: ("collect" | "show" | "disclose")[];
            /** @description Those that were given and withdrawn. */
            consents_withdrawn: ("collect" | "show" | "disclose")[];
            /** @description Its public words tell who it is: it is on no board. */
            kept_off: boolean;
            /** @description What its public words tell. */
            tells_texts: string[];
            /** Format: uuid */
            member_id: string | null;
            member_name: string;
            delivery: components["schemas"]["DeliveryAnswer"] | null;
            follow_ups: components["schemas"]["FollowUpAnswer"][];
        };
        DeliverySection: {
            count: number;
            rows: components["schemas"]["WaitingDelivery"][];
        };
        /**
         * @description A survey's entry. `campaign` is needed only where several go on. `anyway` adds a wish that this person has
         *     already; `old_day` means a day long past; `changed` lets the survey replace what is on record of the person.
         */
        EntryInputRequest: {
            /** Format: uuid */
            campaign?: string | null;
            person: components["schemas"]["PersonInputRequest"];
            wish: components["schemas"]["NewWishInputRequest"];
            consents?: components["schemas"]["ConsentsInputRequest"] | null;
            /** @default false */
            anyway: boolean;
            /** @default false */
            changed: boolean;
            /** @default false */
            old_day: boolean;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ErasureInputRequest: {
            reason: string;
        };
        ExampleAnswer: {
            /** Format: date */
            claimed_on: string;
            /** Format: date */
            deadline: string;
            provisional: boolean;
            steps: components["schemas"]["ExampleStepAnswer"][];
            waiting: components["schemas"]["ExampleStepAnswer"][];
            holidays: components["schemas"]["HolidayBetween"][];
        };
        /**
         * @description A rung with its date. `provisional`: the year's arrangement is not announced, so it may still move. `skipped`: it
         *     would fall on the day of the claim or before, so nothing is said.
         */
        ExampleStepAnswer: {
            days: number;
            /**
             * @description * `reminder` - reminder
             *     * `urging` - urging
             *     * `decision` - decision
             *     * `recall` - recall
             *     * `notice` - notice
             *     * `supervision` - supervision
             * @enum {string}
             */
            what: "reminder" | "urging" | "decision" | "recall" | "notice" | "supervision";
            to: ("claimer" | "secretary" | "staff" | "officer")[];
            /**
             * @description * `claim` - claim
             *     * `open` - open
             *     * `collected` - collected
             *     * `verified` - verified
             *     * `admitted` - admitted
             *     * `delivered` - delivered
             *     * `backstopped` - backstopped
             *     * `follow_up` - follow_up
             *     * `request` - request
             * @enum {string}
             */
            scope: "claim" | "open" | "collected" | "verified" | "admitted" | "delivered" | "backstopped" | "follow_up" | "request";
            /** Format: date */
            day: string;
            provisional: boolean;
            skipped: boolean;
        };
        /** @description `days` were asked for, `granted_days` given; both in working days. `by_claimer` is false where staff gave it. */
        ExtensionAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description * `open` - Open
             *     * `granted` - Granted
             *     * `refused` - Refused
             *     * `taken_back` - Taken Back
             *     * `lapsed` - Lapsed
             * @enum {string}
             */
            state: "open" | "granted" | "refused" | "taken_back" | "lapsed";
            days: number;
            reason: string;
            by_claimer: boolean;
            /** Format: date-time */
            asked_at: string;
            asked_by: string;
            /** Format: date-time */
            decided_at: string | null;
            decided_by: string;
            answer: string;
            granted_days: number | null;
            /** Format: date */
            deadline_before: string | null;
            /** Format: date */
            deadline_after: string | null;
        };
        /** @description Granted with the days asked for or with others; refused with a `reason`, which the claimer reads. */
        ExtensionDecisionRequest: {
            granted: boolean;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            days?: number | string;
            reason?: string;
        };
        /** @description Working days more, and why. */
        ExtensionInputRequest: {
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            days: number | string;
            reason: string;
        };
        /** @description Whole numbers of wishes; a rate is worked out by whoever prints it, with numerator and denominator. */
        FiguresAnswer: {
            collected: number;
            verified: number;
            admitted: number;
            open: number;
            held: number;
            delivered: number;
            backstopped: number;
            in_pool: number;
            left_the_pool: number;
            claimed: number;
            fulfilled: number;
            by_claimer: number;
            by_backstop: number;
            on_time: number;
            overdue: number;
            followed_up: number;
            satisfied: number;
            late_open: number;
            late_collected: number;
            late_verified: number;
            late_delivered: number;
            late_admitted: number;
            late_backstopped: number;
            late_follow_up: number;
            late_request: number;
        };
        /** @description What is to be said about one cell; `text` in the reader's language. */
        FindingAnswer: {
            code: string;
            field: string;
            text: string;
        };
        /**
         * @description Shown once, to be printed: whose it is, the address to open with its QR code, the code. The last four digits tell
         *     namesakes apart, and the member which number to sign in with.
         */
        FirstCodeAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            branch_name: string;
            phone_last4: string;
            address: string;
            qr_svg: string;
            code: string;
        };
        FirstPasswordAnswer: {
            first_password: string;
        };
        FollowUpAnswer: {
            /**
             * @description * `satisfied` - Satisfied
             *     * `partly` - Partly
             *     * `not` - Not Satisfied
             * @enum {string}
             */
            outcome: "satisfied" | "partly" | "not";
            remark: string;
            /** Format: date */
            on: string;
            by: string;
        };
        /** @description A dissatisfied one reopens the wish: to the same claimer where the claimer agrees, else to the board. */
        FollowUpInputRequest: {
            /**
             * @description * `satisfied` - Satisfied
             *     * `partly` - Partly
             *     * `not` - Not Satisfied
             * @enum {string}
             */
            outcome: "satisfied" | "partly" | "not";
            remark?: string;
            /** Format: date */
            on?: string;
            claimer_agrees?: boolean;
        };
        FormBlock: {
            title: string;
            columns: components["schemas"]["FormColumn"][];
        };
        FormColumn: {
            key: string;
            title: string;
            /**
             * @description * `text` - text
             *     * `number` - number
             *     * `day` - day
             * @enum {string}
             */
            kind: "text" | "number" | "day";
        };
        /**
         * @description What the form is for (`reason`) is asked by the verb, and goes on the access log. Masked unless the full form is
         *     asked for.
         */
        FormExportInputRequest: {
            /** @default  */
            reason: string;
            as_of?: string;
            /** @default true */
            masked: boolean;
        };
        /**
         * @description The form, masked, with its first rows; `count` is how many there are. A row holds its cells by column. Of several
         *     campaigns of a year in one, the first block has a column more: the campaign's name.
         */
        FormPreview: {
            title: string;
            /** Format: date */
            as_of: string;
            year: number;
            /** @description names of those that it is of */
            campaigns: string[];
            notes: string[];
            blocks: components["schemas"]["FormBlock"][];
            count: number;
            empty: string;
            rows: {
                [key: string]: unknown;
            }[];
            totals: components["schemas"]["FormTotal"][];
            rates: components["schemas"]["FormRate"][];
        };
        FormRate: {
            key: string;
            name: string;
            numerator: number;
            denominator: number;
            definition: string;
        };
        FormTotal: {
            key: string;
            name: string;
            count: number;
        };
        FourEyesAsked: {
            /** Format: uuid */
            id: string;
            title: string;
            reason: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        FourEyesOffInputRequest: {
            reason: string;
        };
        HistoryAnswer: {
            /** Format: date-time */
            at: string;
            by: string;
            verb: string;
            from_state: string;
            to_state: string;
            reason: string;
            changes: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        HoldInputRequest: {
            reason: string;
        };
        HolidayBetween: {
            name: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
        };
        /** @description `numbers` are the household's wishes under way, `branch_names` the branches that have them. */
        HouseholdCardAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            address: string;
            building: string;
            branch_names: string[];
            numbers: string[];
            qr_svg: string;
        };
        HouseholdCardsAnswer: {
            cards: components["schemas"]["HouseholdCardAnswer"][];
        };
        ImportAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description * `wishes` - Wishes
             *     * `members` - Members
             * @enum {string}
             */
            kind: "wishes" | "members";
            /** Format: uuid */
            campaign_id: string | null;
            campaign_title: string;
            campaign_year: number | null;
            file_name: string;
            /**
             * @description * `checked` - Checked
             *     * `confirmed` - Confirmed
             *     * `discarded` - Discarded
             * @enum {string}
             */
            state: "checked" | "confirmed" | "discarded";
            /** Format: date-time */
            created_at: string;
            by: string;
            /** Format: date-time */
            confirmed_at: string | null;
            /** Format: date */
            expires_on: string;
            counts: components["schemas"]["CountsAnswer"];
            imported: number | null;
            sheet: string;
            header_row: number;
            columns: components["schemas"]["ColumnAnswer"][];
            ignored_columns: string[];
            left_out: components["schemas"]["LeftOutAnswer"][];
            sheets_left_out: string[];
            sheets: components["schemas"]["ImportSheetAnswer"][];
            hidden_rows: number;
            lacking: string[];
            said: components["schemas"]["SaidAnswer"];
            new_branches: string[];
            consents: components["schemas"]["ImportConsentsAnswer"] | null;
            rows: components["schemas"]["ImportRowAnswer"][];
        };
        ImportConsentsAnswer: {
            purposes: string[];
            manner: string;
            /** Format: date */
            given_on: string;
        };
        /** @description Consents that were given with the survey, for everybody in the file. */
        ImportConsentsRequest: {
            purposes: ("collect" | "show" | "disclose")[];
            /**
             * @description * `written` - Written
             *     * `oral` - Oral
             *     * `telephone` - Telephone
             * @enum {string}
             */
            manner: "written" | "oral" | "telephone";
            /** Format: date */
            given_on: string;
        };
        /** @description `campaign` is its id or a year (the year's own), needed where several go on; `consents` is the JSON of ImportConsents. */
        ImportInputRequest: {
            /** Format: binary */
            file: string;
            /**
             * @description * `wishes` - Wishes
             *     * `members` - Members
             * @enum {string}
             */
            kind: "wishes" | "members";
            campaign?: string;
            consents?: string;
        };
        /**
         * @description A row of the check page; `version` is that of its cells.
         *
         *     `values` are its cells as texts, with what staff corrected (`corrected` names those); `read` is what the program
         *     understood; `number` the wish's once it is imported, `existing` the stored wish's that the row repeats.
         */
        ImportRowAnswer: {
            version: string;
            serial: number;
            row: number;
            sheet: string;
            hidden: boolean;
            /**
             * @description * `ready` - ready
             *     * `attention` - attention
             *     * `duplicate` - duplicate
             *     * `rejected` - rejected
             * @enum {string}
             */
            outcome: "ready" | "attention" | "duplicate" | "rejected";
            reasons: components["schemas"]["FindingAnswer"][];
            warnings: components["schemas"]["FindingAnswer"][];
            duplicate_of: number | null;
            existing: string;
            number: string;
            values: {
                [key: string]: string;
            };
            corrected: string[];
            read: {
                [key: string]: unknown;
            };
        };
        /** @description A sheet with a table of this kind, and whether it is read. */
        ImportSheetAnswer: {
            name: string;
            rows: number;
            hidden: boolean;
            read: boolean;
        };
        ImportSummary: {
            /** Format: uuid */
            id: string;
            /**
             * @description * `wishes` - Wishes
             *     * `members` - Members
             * @enum {string}
             */
            kind: "wishes" | "members";
            /** Format: uuid */
            campaign_id: string | null;
            campaign_title: string;
            campaign_year: number | null;
            file_name: string;
            /**
             * @description * `checked` - Checked
             *     * `confirmed` - Confirmed
             *     * `discarded` - Discarded
             * @enum {string}
             */
            state: "checked" | "confirmed" | "discarded";
            /** Format: date-time */
            created_at: string;
            by: string;
            /** Format: date-time */
            confirmed_at: string | null;
            /** Format: date */
            expires_on: string;
            counts: components["schemas"]["CountsAnswer"];
            imported: number | null;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        InvitationInputRequest: {
            phone: string;
            name: string;
            roles: ("administrator" | "staff")[];
        };
        /** @description `first_password` is shown this once; null when the person has a password here already. */
        InvitedAccount: {
            version: string;
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            roles: ("administrator" | "staff" | "branch_secretary" | "member")[];
            /** Format: uuid */
            member_id: string | null;
            /** Format: uuid */
            branch_id: string | null;
            active: boolean;
            must_change_password: boolean;
            /** Format: date-time */
            last_login: string | null;
            first_password: string | null;
        };
        Ladder: {
            claim: components["schemas"]["Rung"][];
            open: components["schemas"]["Rung"][];
            collected: components["schemas"]["Rung"][];
            verified: components["schemas"]["Rung"][];
            admitted: components["schemas"]["Rung"][];
            delivered: components["schemas"]["Rung"][];
            backstopped: components["schemas"]["Rung"][];
            follow_up: components["schemas"]["Rung"][];
            request: components["schemas"]["Rung"][];
            again_days: number;
            recall_by_itself: boolean;
        };
        /** @description The ladder of a campaign with example dates. `claims_that_keep_theirs` were made under another one. */
        LadderAnswer: {
            version: string;
            ladder: components["schemas"]["Ladder"];
            default: components["schemas"]["Ladder"];
            is_default: boolean;
            claims_that_keep_theirs: number;
            example: components["schemas"]["ExampleAnswer"];
        };
        /** @description The parts that change; the others stay as they are. */
        LadderInputRequest: {
            claim?: components["schemas"]["RungInputRequest"][];
            open?: components["schemas"]["RungInputRequest"][];
            collected?: components["schemas"]["RungInputRequest"][];
            verified?: components["schemas"]["RungInputRequest"][];
            admitted?: components["schemas"]["RungInputRequest"][];
            delivered?: components["schemas"]["RungInputRequest"][];
            backstopped?: components["schemas"]["RungInputRequest"][];
            follow_up?: components["schemas"]["RungInputRequest"][];
            request?: components["schemas"]["RungInputRequest"][];
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            again_days?: number | string;
            recall_by_itself?: boolean;
        };
        /**
         * @description A claim with what was said about it, from when staff are asked to decide, and when it is recalled by itself.
         *
         *     `recalled_on` is empty where the policy leaves the recall to staff.
         */
        LadderRow: {
            /** Format: uuid */
            id: string;
            wish: components["schemas"]["WishOfClaim"];
            /** Format: uuid */
            member_id: string;
            member_name: string;
            branch_name: string;
            /**
             * @description * `single` - Single
             *     * `joint` - Joint
             *     * `organisation` - Organisation
             * @enum {string}
             */
            manner: "single" | "joint" | "organisation";
            /**
             * @description * `online` - Online
             *     * `paper` - Paper
             *     * `hall` - Hall
             * @enum {string}
             */
            channel: "online" | "paper" | "hall";
            partners: string;
            /** Format: date-time */
            claimed_at: string;
            /** Format: date */
            first_deadline: string;
            /** Format: date */
            deadline: string;
            provisional: boolean;
            days_left: number | null;
            /**
             * @description * `coming` - Coming
             *     * `today` - Today
             *     * `overdue` - Overdue
             *     * `asking` - Asking
             *     * `` - nothing awaited
             * @enum {string}
             */
            deadline_state: "coming" | "today" | "overdue" | "asking" | "";
            deadline_text: string;
            extension: components["schemas"]["ExtensionAnswer"] | null;
            if_extended: string[];
            /** Format: date-time */
            ended_at: string | null;
            /**
             * @description * `fulfilled` - Fulfilled
             *     * `handed_back` - Handed Back
             *     * `handed_over` - Handed Over
             *     * `recalled` - Recalled
             *     * `withdrawn` - Withdrawn
             *     * `undone` - Undone
             *     * `released` - Released
             *     * `` - live
             * @enum {string}
             */
            end: "fulfilled" | "handed_back" | "handed_over" | "recalled" | "withdrawn" | "undone" | "released" | "";
            delivery: components["schemas"]["DeliveryAnswer"] | null;
            sent_back: string;
            /** @description Something of the promise was changed, and its claimer has not seen it. */
            changed: boolean;
            /** Format: date */
            decide_from: string;
            /** Format: date */
            recalled_on: string | null;
            reminded: number;
            urged: number;
            secretary_told: boolean;
        };
        /** @description What is in a member's hands; those in `unconfirmed` wait for staff's word, and the leaving for them. */
        LeavingAnswer: {
            claims: components["schemas"]["ClaimRow"][];
            unconfirmed: components["schemas"]["ClaimRow"][];
        };
        /** @description `claims` is needed while the member has live claims; `to` is who takes them over. */
        LeavingInputRequest: {
            reason?: string;
            /**
             * @description * `recall` - recall
             *     * `hand_over` - hand_over
             * @enum {string}
             */
            claims?: "recall" | "hand_over";
            /** Format: uuid */
            to?: string | null;
        };
        /** @description A wish that could not be opened, and why. */
        LeftOut: {
            /** Format: uuid */
            wish_id: string;
            number: string;
            item: string;
            codes: string[];
            texts: string[];
        };
        /** @description A row of the sheet that is no record (a footer, a note), by its number there and its first words. */
        LeftOutAnswer: {
            row: number;
            text: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        LeftoversInputRequest: {
            /** Format: uuid */
            into: string;
        };
        Limit: {
            used: number;
            most: number;
        };
        /** @description One branch: `exact` is W·n/Σn, `share` what largest remainder gives, `placed` what it has after moves by hand. */
        LineAnswer: {
            /** Format: uuid */
            branch_id: string;
            name: string;
            head_count: number;
            /** Format: decimal */
            exact: string;
            /** Format: decimal */
            remainder: string;
            share: number;
            placed: number;
            cost_yuan: number;
            /** Format: decimal */
            cost_per_member_yuan: string | null;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        LoginInputRequest: {
            phone: string;
            password?: string;
            code?: string;
        };
        /** @description `first_code` is the newest that was printed for the member: when, by whom, and whether it was used. */
        MemberAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            /** Format: uuid */
            branch_id: string | null;
            branch_name: string;
            sex: string;
            work_unit: string;
            skills: string;
            duty: string;
            /**
             * @description * `active` - Active
             *     * `left` - Left
             * @enum {string}
             */
            state: "active" | "left";
            has_account: boolean;
            attention: string[];
            version: string;
            first_code: components["schemas"]["PrintedCode"] | null;
            birth_month: string;
            note: string;
            history: components["schemas"]["MemberChange"][];
        };
        MemberChange: {
            /** Format: date-time */
            at: string;
            by: string;
            verb: string;
            reason: string;
            fields: string[];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        MemberInputRequest: {
            name: string;
            phone?: string;
            /** Format: uuid */
            branch_id?: string | null;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` -
             * @enum {string}
             */
            sex?: "male" | "female" | "";
            birth_month?: string;
            work_unit?: string;
            skills?: string;
            duty?: string;
            note?: string;
        };
        /** @description What was said to a member, and the stop that keeps messages back, if there is one. */
        MemberMessages: {
            stop: components["schemas"]["StopAnswer"] | null;
            messages: components["schemas"]["SaidRow"][];
        };
        MemberPhoneAnswer: {
            phone: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        MemberPhoneInputRequest: {
            reason: string;
        };
        /** @description A member; the telephone is masked. `attention` says what staff still have to complete. */
        MemberRow: {
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            /** Format: uuid */
            branch_id: string | null;
            branch_name: string;
            sex: string;
            work_unit: string;
            skills: string;
            duty: string;
            /**
             * @description * `active` - Active
             *     * `left` - Left
             * @enum {string}
             */
            state: "active" | "left";
            has_account: boolean;
            attention: string[];
        };
        MemberSpoken: {
            /** Format: uuid */
            id: string;
            name: string;
            branch_name: string;
            work_unit: string;
            phone: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        MoveInputRequest: {
            /** Format: uuid */
            wish: string;
            /** Format: uuid */
            branch: string;
            reason: string;
        };
        /** @description `free_to_hand_back`: more is asked than was promised, so handing back leaves no trace in the claimer's record. */
        MyClaimAnswer: {
            /** Format: uuid */
            id: string;
            wish: components["schemas"]["WishOfClaim"];
            /** Format: uuid */
            member_id: string;
            member_name: string;
            branch_name: string;
            /**
             * @description * `single` - Single
             *     * `joint` - Joint
             *     * `organisation` - Organisation
             * @enum {string}
             */
            manner: "single" | "joint" | "organisation";
            /**
             * @description * `online` - Online
             *     * `paper` - Paper
             *     * `hall` - Hall
             * @enum {string}
             */
            channel: "online" | "paper" | "hall";
            partners: string;
            /** Format: date-time */
            claimed_at: string;
            /** Format: date */
            first_deadline: string;
            /** Format: date */
            deadline: string;
            provisional: boolean;
            days_left: number | null;
            /**
             * @description * `coming` - Coming
             *     * `today` - Today
             *     * `overdue` - Overdue
             *     * `asking` - Asking
             *     * `` - nothing awaited
             * @enum {string}
             */
            deadline_state: "coming" | "today" | "overdue" | "asking" | "";
            deadline_text: string;
            extension: components["schemas"]["ExtensionAnswer"] | null;
            if_extended: string[];
            /** Format: date-time */
            ended_at: string | null;
            /**
             * @description * `fulfilled` - Fulfilled
             *     * `handed_back` - Handed Back
             *     * `handed_over` - Handed Over
             *     * `recalled` - Recalled
             *     * `withdrawn` - Withdrawn
             *     * `undone` - Undone
             *     * `released` - Released
             *     * `` - live
             * @enum {string}
             */
            end: "fulfilled" | "handed_back" | "handed_over" | "recalled" | "withdrawn" | "undone" | "released" | "";
            delivery: components["schemas"]["DeliveryAnswer"] | null;
            sent_back: string;
            /** @description Something of the promise was changed, and its claimer has not seen it. */
            changed: boolean;
            contact: components["schemas"]["ContactAnswer"] | null;
            changes: components["schemas"]["PromiseChangeAnswer"][];
            free_to_hand_back: boolean;
        };
        NamedMember: {
            /** Format: uuid */
            member_id: string;
            name: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        NewWishInputRequest: {
            item: string;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind?: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            quantity?: number | string;
            requirements?: string[];
            public_text?: string;
            story?: string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            budget_yuan?: (number | string) | null;
            collector_name?: string;
            /** Format: date */
            collected_on?: string | null;
            /** Format: date */
            needed_by?: string | null;
        };
        NotOpened: {
            /** Format: uuid */
            id?: string;
            number: string;
            code: string;
            detail: string;
        };
        /** @description A field whose value was read otherwise than it was typed. */
        NoteAnswer: {
            field: string;
            text: string;
        };
        /**
         * @description One thing that somebody else did to a claim, in a sentence. `claim` leads to its page; null where there is none
         *     any more.
         */
        NoticeAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            text: string;
            /** Format: uuid */
            claim: string | null;
            read: boolean;
        };
        NoticesAnswer: {
            unread: number;
            results: components["schemas"]["NoticeAnswer"][];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        NoticesReadRequest: {
            ids: string[];
        };
        /** @description A wish on the board. While it is its branch's alone, `opens_to_all_on` says when that ends. */
        OneCardAnswer: {
            /** Format: uuid */
            id: string;
            number: string;
            serial: number;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            item: string;
            quantity: number;
            requirements: string[];
            public_text: string;
            budget_yuan: number | null;
            /** Format: uuid */
            branch_id: string | null;
            branch_name: string | null;
            /** Format: date */
            needed_by: string | null;
            /** Format: date */
            opens_to_all_on: string | null;
            claimable: boolean;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            /** @description Nobody claims it until staff have set another day. */
            needed_by_passed: boolean;
        };
        /** @description A resident; `masked` says whether name, telephone, address, guardian and situation are. */
        OnePersonAnswer: {
            /** Format: uuid */
            id: string;
            masked: boolean;
            name: string;
            phone: string;
            phone_is_landline: boolean;
            without_phone: boolean;
            address: string;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` - unknown
             * @enum {string}
             */
            sex: "male" | "female" | "";
            age: number | null;
            is_child: boolean;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            situation: string | null;
            guardian_name: string;
            guardian_relation: string;
            version: string;
            consents: components["schemas"]["ConsentAnswer"][];
            wishes: components["schemas"]["WishRow"][];
            history: components["schemas"]["PersonChange"][];
            notes?: components["schemas"]["NoteAnswer"][];
        };
        /** @description `yes` where a brand, a sum of money and the like were asked about; `reason` of an administrator for a name alone. */
        OpeningInputRequest: {
            /** @default false */
            yes: boolean;
            /** @default  */
            reason: string;
        };
        /** @description `wishes` are those that were opened, for taking it back. */
        OpeningsAnswer: {
            opened: number;
            wishes: string[];
            refused: components["schemas"]["NotOpened"][];
        };
        /**
         * @description Which wishes to open; none named: every admitted one of the current campaign. `yes` names those for which what was
         *     asked about is answered with yes.
         */
        OpeningsInputRequest: {
            wishes?: string[];
            yes?: string[];
        };
        OpeningsUndoingAnswer: {
            undone: number;
            refused: components["schemas"]["NotOpened"][];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        OpeningsUndoingInputRequest: {
            wishes: string[];
        };
        PaginatedClaimRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["ClaimRow"][];
        };
        PaginatedDeliveryRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["DeliveryRow"][];
        };
        PaginatedLadderRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["LadderRow"][];
        };
        PaginatedMemberRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["MemberRow"][];
        };
        PaginatedPersonRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["PersonRow"][];
        };
        PaginatedSaidRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["SaidRow"][];
        };
        PaginatedSheetWishList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["SheetWish"][];
        };
        PaginatedWishRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["WishRow"][];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PasswordInputRequest: {
            old_password?: string;
            new_password: string;
        };
        /** @description `roles` are all that the account shall have beside being a member; a secretary's needs a `branch_id`. */
        PatchedAccountInputRequest: {
            roles?: ("administrator" | "staff" | "branch_secretary" | "member")[];
            /** Format: uuid */
            branch_id?: string | null;
            active?: boolean;
        };
        /** @description What is asked once for a whole import; what is not named stays. */
        PatchedAnswersInputRequest: {
            sheets?: string[];
            hidden_rows?: boolean;
            /** Format: date */
            collected_on?: string | null;
            collector?: string;
            old_days?: boolean;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PatchedBranchInputRequest: {
            name?: string;
            /**
             * @description * `branch` - Branch
             *     * `organisation` - Organisation
             * @enum {string}
             */
            kind?: "branch" | "organisation";
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PatchedCategoryWordInputRequest: {
            word?: string;
            /**
             * @description * `disabled` - disabled
             *     * `veteran` - veteran
             *     * `senior` - senior
             *     * `lonely_elderly` - lonely_elderly
             *     * `special_hardship` - special_hardship
             *     * `low_income` - low_income
             *     * `low_income_margin` - low_income_margin
             *     * `severe_illness` - severe_illness
             *     * `poor_only_child` - poor_only_child
             *     * `lost_only_child` - lost_only_child
             *     * `single_parent` - single_parent
             *     * `left_behind_child` - left_behind_child
             *     * `child_in_difficulty` - child_in_difficulty
             *     * `disaster` - disaster
             * @enum {string}
             */
            category?: "disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster";
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PatchedMemberInputRequest: {
            name?: string;
            phone?: string;
            /** Format: uuid */
            branch_id?: string | null;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` -
             * @enum {string}
             */
            sex?: "male" | "female" | "";
            birth_month?: string;
            work_unit?: string;
            skills?: string;
            duty?: string;
            note?: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PatchedPersonInputRequest: {
            name?: string;
            phone?: string;
            without_phone?: boolean;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` -
             * @enum {string}
             */
            sex?: "male" | "female" | "";
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            age?: (number | string) | null;
            categories?: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            address?: string;
            situation?: string;
            guardian_name?: string;
            guardian_relation?: string;
        };
        /** @description `prefix` is the code: it can be changed until the first number is given. */
        PatchedPolicyInputRequest: {
            title?: string;
            prefix?: string;
            /** Format: date */
            first_day?: string;
            /** Format: date */
            last_day?: string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            claim_length_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            live_claims_per_member?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            branch_only_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            budget_limit_yuan?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            follow_up_percent?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            extension_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            needed_soon_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            erase_after_months?: number | string;
        };
        /** @description What is not named stays; an empty text takes it away. `telephone` as the office writes it, several with commas. */
        PatchedProfileInputRequest: {
            telephone?: string;
            address?: string;
            hours?: string;
        };
        /** @description What is to change of the wish and of the person behind it; what is not named stays. */
        PatchedWishEditRequest: {
            person?: components["schemas"]["PatchedPersonInputRequest"];
            wish?: components["schemas"]["PatchedWishInputRequest"];
            old_day?: boolean;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PatchedWishInputRequest: {
            item?: string;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind?: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            quantity?: number | string;
            requirements?: string[];
            public_text?: string;
            story?: string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            budget_yuan?: (number | string) | null;
            collector_name?: string;
            /** Format: date */
            collected_on?: string | null;
            /** Format: date */
            needed_by?: string | null;
            branch_fixed?: boolean;
        };
        /** @description A resident; `masked` says whether name, telephone, address, guardian and situation are. */
        PersonAnswer: {
            /** Format: uuid */
            id: string;
            masked: boolean;
            name: string;
            phone: string;
            phone_is_landline: boolean;
            without_phone: boolean;
            address: string;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` - unknown
             * @enum {string}
             */
            sex: "male" | "female" | "";
            age: number | null;
            is_child: boolean;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            situation: string | null;
            guardian_name: string;
            guardian_relation: string;
        };
        PersonChange: {
            /** Format: date-time */
            at: string;
            by: string;
            verb: string;
            fields: string[];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PersonInputRequest: {
            name: string;
            phone?: string;
            without_phone?: boolean;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` -
             * @enum {string}
             */
            sex?: "male" | "female" | "";
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            age?: (number | string) | null;
            categories?: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            address?: string;
            situation?: string;
            guardian_name?: string;
            guardian_relation?: string;
        };
        /** @description A resident; `masked` says whether name, telephone, address, guardian and situation are. */
        PersonRow: {
            /** Format: uuid */
            id: string;
            masked: boolean;
            name: string;
            phone: string;
            phone_is_landline: boolean;
            without_phone: boolean;
            address: string;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` - unknown
             * @enum {string}
             */
            sex: "male" | "female" | "";
            age: number | null;
            is_child: boolean;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            situation: string | null;
            guardian_name: string;
            guardian_relation: string;
            wishes: number;
        };
        PlaceAnswer: {
            /** Format: uuid */
            wish_id: string;
            number: string;
            item: string;
            kind: string;
            budget_yuan: number | null;
            place: string;
            /** Format: uuid */
            branch_id: string;
            /** Format: uuid */
            branch_before_id: string | null;
            fixed: boolean;
            /** @description A hand moved it there: it stays until the hand lets go. */
            by_hand: boolean;
            moved_reason: string;
        };
        /** @description The newest login code that was printed for somebody: when, by whom, and when it was used. */
        PrintedCode: {
            /** Format: date-time */
            printed_at: string;
            printed_by: string;
            /** Format: date-time */
            used_at: string | null;
        };
        /** @description `printed: false` takes the mark back. */
        PrintedInputRequest: {
            ids: string[];
            /** @default true */
            printed: boolean;
        };
        /** @description The same with its version. */
        ProfileAnswer: {
            telephone: string;
            dial: string;
            address: string;
            hours: string;
            version: string;
        };
        /** @description What was changed of the promise and its claimer has not seen yet. `hidden`: the address is not told to claimers. */
        PromiseChangeAnswer: {
            /**
             * @description * `item` - item
             *     * `quantity` - quantity
             *     * `requirements` - requirements
             *     * `address` - address
             *     * `budget_yuan` - budget_yuan
             *     * `needed_by` - needed_by
             * @enum {string}
             */
            field: "item" | "quantity" | "requirements" | "address" | "budget_yuan" | "needed_by";
            was: string;
            became: string;
            hidden: boolean;
            /** Format: date-time */
            at: string;
        };
        /** @description A member whose duty in the register says that they are the branch's secretary. */
        ProposedSecretary: {
            /** Format: uuid */
            member_id: string;
            name: string;
            duty: string;
        };
        /** @description Of the active `members` those in `unreached` get no message; `without_login` have no account yet. */
        ReachAnswer: {
            members: number;
            without_login: number;
            unreached: components["schemas"]["UnreachedMember"][];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ReasonInputRequest: {
            reason: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ReopeningInputRequest: {
            reason: string;
        };
        Rung: {
            days: number;
            /**
             * @description * `reminder` - reminder
             *     * `urging` - urging
             *     * `decision` - decision
             *     * `recall` - recall
             *     * `notice` - notice
             *     * `supervision` - supervision
             * @enum {string}
             */
            what: "reminder" | "urging" | "decision" | "recall" | "notice" | "supervision";
            to: ("claimer" | "secretary" | "staff" | "officer")[];
        };
        /** @description `days` are working days after the deadline, or after the state began; before the deadline they are negative. */
        RungInputRequest: {
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            days: number | string;
            /**
             * @description * `reminder` - reminder
             *     * `urging` - urging
             *     * `decision` - decision
             *     * `recall` - recall
             *     * `notice` - notice
             *     * `supervision` - supervision
             * @enum {string}
             */
            what: "reminder" | "urging" | "decision" | "recall" | "notice" | "supervision";
            to: ("claimer" | "secretary" | "staff" | "officer")[];
        };
        /** @description What was answered for the whole import; null while nobody did. */
        SaidAnswer: {
            hidden_rows: boolean;
            collected_on: string | null;
            collector: string | null;
            old_days: boolean;
        };
        /** @description One message. After 30 days `erased`: day, kind and state remain, `text` and `phone` are empty. */
        SaidRow: {
            /** Format: uuid */
            id: string;
            kind: string;
            audience: string;
            member: components["schemas"]["MemberSpoken"] | null;
            phone: string;
            text: string;
            /**
             * @description * `due` - Due
             *     * `sending` - Sending
             *     * `accepted` - Accepted
             *     * `delivered` - Delivered
             *     * `failed` - Failed
             *     * `unknown` - Unknown
             *     * `expired` - Expired
             *     * `suppressed` - Suppressed
             * @enum {string}
             */
            state: "due" | "sending" | "accepted" | "delivered" | "failed" | "unknown" | "expired" | "suppressed";
            why: string;
            /** Format: date-time */
            at: string;
            erased: boolean;
            wishes: components["schemas"]["WishSpoken"][];
            visit: components["schemas"]["VisitSpoken"] | null;
        };
        SavedFilterAnswer: {
            /** Format: uuid */
            id: string;
            list: string;
            name: string;
            query: {
                [key: string]: string;
            };
        };
        /** @description `list` is the page's path, `query` what stands in its address. */
        SavedFilterInputRequest: {
            list: string;
            name: string;
            query: {
                [key: string]: string;
            };
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        SecretaryInputRequest: {
            /** Format: uuid */
            member: string;
        };
        SheetAnswer: {
            /** Format: date */
            as_of: string;
            year: number;
            /** @description names of those that it is of */
            campaigns: string[];
            /** @description The number of the rates' definition that held on this day; null where several did. */
            definition: number | null;
            definition_text: string;
            /** @description Why the rule of four eyes is switched off for this campaign; empty while it holds. */
            four_eyes_off: string;
            counts: components["schemas"]["SheetCount"][];
            rates: components["schemas"]["SheetRate"][];
        };
        /** @description `key` opens the wishes behind the number. */
        SheetCount: {
            key: string;
            name: string;
            count: number;
        };
        /** @description `parts` sum up to the numerator, with `rest` to the denominator, with `excluded` to all wishes; zeros are left out. */
        SheetRate: {
            key: string;
            name: string;
            definition: string;
            numerator: components["schemas"]["SheetCount"];
            denominator: components["schemas"]["SheetCount"];
            parts: components["schemas"]["SheetCount"][];
            rest: components["schemas"]["SheetCount"][];
            excluded: components["schemas"]["SheetCount"][];
        };
        /** @description A wish as it stood on the day; the person masked. */
        SheetWish: {
            /** Format: uuid */
            id: string;
            number: string;
            campaign: string;
            item: string;
            quantity: number;
            name: string;
            place: string;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            branch: string;
            /** Format: date */
            deadline: string | null;
            /** Format: date */
            first_deadline: string | null;
            /** Format: date */
            delivered_on: string | null;
        };
        SimilarAnswer: {
            results: components["schemas"]["CardAnswer"][];
        };
        /**
         * @description Where the reader is, and who. `region` names province, city, county and town. `campaign` is the one that is shown
         *     where there is room for one, `campaigns` are all that run; for the office those that prepare as well. `contact` is null on the
         *     platform.
         */
        SiteAnswer: {
            /**
             * @description * `community` - community
             *     * `platform` - platform
             * @enum {string}
             */
            kind: "community" | "platform";
            name: string;
            slug: string;
            region: string[];
            contact: components["schemas"]["CommunityContact"] | null;
            campaign: components["schemas"]["CampaignHead"] | null;
            campaigns: components["schemas"]["CampaignHead"][];
            demo: boolean;
            /** Format: date */
            today: string;
            sms_gateway: string;
            account: components["schemas"]["AccountAnswer"] | null;
        };
        /**
         * @description `like` is the campaign (its id, or a year for that year's own) whose policy, ladder included, the new one goes on
         *     with; a year's own with its title too. `leftovers`: whether what closed campaigns left over comes in; by default
         *     into a year's own.
         */
        StartInputRequest: {
            title?: string;
            prefix?: string;
            /** Format: date */
            first_day?: string;
            /** Format: date */
            last_day?: string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            claim_length_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            live_claims_per_member?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            branch_only_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            budget_limit_yuan?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            follow_up_percent?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            extension_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            needed_soon_days?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            erase_after_months?: number | string;
            /** @description A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it. */
            year: number | string;
            /**
             * @description false: for an occasion, beside the year's own
             * @default true
             */
            yearly: boolean;
            /**
             * @description prepare it, though no other campaign runs
             * @default false
             */
            prepare: boolean;
            like?: string | null;
            leftovers?: boolean | null;
        };
        /** @description `ours` is one that this community noted down and may lift; a reply's or the operator's is not. */
        StopAnswer: {
            /**
             * @description * `reply` - Reply
             *     * `staff` - Staff
             *     * `operator` - Operator
             * @enum {string}
             */
            origin: "reply" | "staff" | "operator";
            reason: string;
            /** Format: date-time */
            at: string;
            by: string;
            ours: boolean;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        StopInputRequest: {
            reason: string;
        };
        /** @description A member who gets no messages. */
        StopRow: {
            /**
             * @description * `reply` - Reply
             *     * `staff` - Staff
             *     * `operator` - Operator
             * @enum {string}
             */
            origin: "reply" | "staff" | "operator";
            reason: string;
            /** Format: date-time */
            at: string;
            by: string;
            ours: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            branch_name: string;
        };
        /**
         * @description What needs staff now, of all campaigns that are not closed, or of one. Empty (`year` null) where none goes on.
         *
         *     `figures` are those of `year`: a sum of two years is no figure.
         */
        TodayAnswer: {
            /** Format: date */
            today: string;
            year: number | null;
            campaigns: components["schemas"]["TodayCampaign"][];
            members: number;
            figures: components["schemas"]["FiguresAnswer"] | null;
            to_decide?: components["schemas"]["ClaimSection"];
            extensions?: components["schemas"]["ClaimSection"];
            overdue?: components["schemas"]["ClaimSection"];
            due_soon?: components["schemas"]["ClaimSection"];
            to_confirm?: components["schemas"]["DeliverySection"];
            consent_withdrawn?: components["schemas"]["WishSection"];
            to_complete?: components["schemas"]["WishSection"];
            to_verify?: components["schemas"]["WishSection"];
            to_assess?: components["schemas"]["WishSection"];
            to_consent?: components["schemas"]["WishSection"];
            to_balance?: components["schemas"]["WishSection"];
            to_open?: components["schemas"]["WishSection"];
            kept_off?: components["schemas"]["WishSection"];
            near_day?: components["schemas"]["WishSection"];
            open_long?: components["schemas"]["WishSection"];
            backstopped?: components["schemas"]["WishSection"];
            to_follow_up?: components["schemas"]["DeliverySection"];
            /** @description how many people have an active account of the office */
            office_accounts: number;
            without_secretary: components["schemas"]["BranchName"][];
            /** @description to be switched on again: the office has a second person */
            four_eyes: components["schemas"]["FourEyesAsked"][];
            /** @description members whom no message reached, to be told in person */
            to_visit: number;
            branches: components["schemas"]["BranchProgress"][];
        };
        /** @description `wishes`: how many stand in it; `admitted`: how many of these wait for being opened. */
        TodayCampaign: {
            /** Format: uuid */
            id: string;
            title: string;
            year: number;
            /**
             * @description * `preparing` - Preparing
             *     * `running` - Running
             *     * `closed` - Closed
             * @enum {string}
             */
            state: "preparing" | "running" | "closed";
            wishes: number;
            admitted: number;
        };
        /** @description The verb of the act as the wish's history has it, so that a press meant for one act never undoes another. */
        UndoingInputRequest: {
            /**
             * @description * `back_to_the_board` - back_to_the_board
             *     * `backstopped` - backstopped
             *     * `claimed` - claimed
             *     * `collected` - collected
             *     * `confirmed` - confirmed
             *     * `delivered` - delivered
             *     * `extended` - extended
             *     * `extension_refused` - extension_refused
             *     * `followed_up` - followed_up
             *     * `handed_back` - handed_back
             *     * `not_confirmed` - not_confirmed
             *     * `recalled` - recalled
             *     * `reopened` - reopened
             *     * `withdrawn` - withdrawn
             * @enum {string}
             */
            act: "back_to_the_board" | "backstopped" | "claimed" | "collected" | "confirmed" | "delivered" | "extended" | "extension_refused" | "followed_up" | "handed_back" | "not_confirmed" | "recalled" | "reopened" | "withdrawn";
        };
        /** @description In full, with the version that it is of: what is edited from here is compared with that. */
        UnmaskedAnswer: {
            version: string;
            person: components["schemas"]["PersonAnswer"];
            story: string;
        };
        /** @description In full, with the version that it is of: what is edited from here is compared with that. */
        UnmaskedPerson: {
            /** Format: uuid */
            id: string;
            masked: boolean;
            name: string;
            phone: string;
            phone_is_landline: boolean;
            without_phone: boolean;
            address: string;
            /**
             * @description * `male` - male
             *     * `female` - female
             *     * `` - unknown
             * @enum {string}
             */
            sex: "male" | "female" | "";
            age: number | null;
            is_child: boolean;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            situation: string | null;
            guardian_name: string;
            guardian_relation: string;
            version: string;
        };
        /** @description In full, with the version that it is of: what is edited from here is compared with that. */
        UnmaskedWish: {
            version: string;
            person: components["schemas"]["PersonAnswer"];
            story: string;
            /** Format: uuid */
            id: string;
        };
        UnmaskedWishes: {
            wishes: components["schemas"]["UnmaskedWish"][];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        UnmaskingInputRequest: {
            reason: string;
        };
        /** @description The wishes of a queue, and one reason for looking at all of them. */
        UnmaskingOfManyInputRequest: {
            wishes: string[];
            reason: string;
        };
        UnreachedMember: {
            /** Format: uuid */
            id: string;
            name: string;
            branch_name: string;
            /**
             * @description * `no_phone` - no_phone
             *     * `landline` - landline
             *     * `stop_list` - stop_list
             * @enum {string}
             */
            why: "no_phone" | "landline" | "stop_list";
        };
        /** @description `consents` are recorded in the same act; without one to collecting the wish is not verified. */
        VerificationInputRequest: {
            /**
             * @description * `visit` - Visit
             *     * `telephone` - Telephone
             * @enum {string}
             */
            manner: "visit" | "telephone";
            consents?: components["schemas"]["ConsentsFoundRequest"] | null;
            opinion?: string;
            /** Format: date */
            on?: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        VisitInputRequest: {
            /** Format: uuid */
            member: string;
            note: string;
        };
        /** @description Who is to be told in person, and who was; and the limits of the community's messages of the day and the year. */
        VisitList: {
            to_visit: components["schemas"]["VisitRow"][];
            visited: components["schemas"]["VisitedRow"][];
            day: components["schemas"]["Limit"];
            year: components["schemas"]["Limit"];
        };
        VisitMade: {
            /** Format: uuid */
            id: string;
        };
        /** @description A member to be told in person; `id` is the member's. `whys` are codes of messages, or `no_phone`. */
        VisitRow: {
            /** Format: uuid */
            id: string;
            member: components["schemas"]["MemberSpoken"];
            kinds: string[];
            whys: string[];
            wishes: components["schemas"]["WishSpoken"][];
            /** Format: date-time */
            since: string;
        };
        VisitSpoken: {
            /** Format: date-time */
            at: string;
            by: string;
            note: string;
        };
        VisitedRow: {
            /** Format: uuid */
            id: string;
            member: components["schemas"]["MemberSpoken"];
            wishes: components["schemas"]["WishSpoken"][];
            /** Format: date-time */
            at: string;
            by: string;
            note: string;
        };
        /** @description A delivered wish with its delivery and follow-ups, for the page of deliveries. */
        WaitingDelivery: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            /** Format: date-time */
            state_since: string;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            item: string;
            quantity: number;
            budget_yuan: number | null;
            missing: string[];
            missing_texts: string[];
            warnings: string[];
            branch: components["schemas"]["BranchName"] | null;
            /** Format: date */
            collected_on: string | null;
            /** Format: date */
            needed_by: string | null;
            /**
             * @description * `near` - near its day and unclaimed
             *     * `passed` - unclaimed, and its day is over
             *     * `` - neither
             * @enum {string}
             */
            needed_state: "near" | "passed" | "";
            for_batch: string[];
            collector: string;
            /**
             * Format: uuid
             * @description The collector's account, where one is known.
             */
            collector_id: string | null;
            /** @description Switched off for its campaign: whoever collected it may assess it too. */
            four_eyes_off: boolean;
            /** Format: uuid */
            person_id: string;
            name: string;
            place: string;
            age: number | null;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            may_be_shown: boolean;
            /** @description Purposes that a step of a wish needs and nobody has consented to, withdrawn ones among them. */
            consents_missing: ("collect" | "show" | "disclose")[];
            /** @description Those that were given and withdrawn. */
            consents_withdrawn: ("collect" | "show" | "disclose")[];
            /** @description Its public words tell who it is: it is on no board. */
            kept_off: boolean;
            /** @description What its public words tell. */
            tells_texts: string[];
            /** Format: uuid */
            member_id: string | null;
            member_name: string;
            delivery: components["schemas"]["DeliveryAnswer"] | null;
            follow_ups: components["schemas"]["FollowUpAnswer"][];
            waiting_days: number;
            too_long: boolean;
        };
        /** @description `waiting_days`: working days in this state; `too_long`: more than the ladder's first notice of it allows. */
        WaitingWish: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            /** Format: date-time */
            state_since: string;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            item: string;
            quantity: number;
            budget_yuan: number | null;
            missing: string[];
            missing_texts: string[];
            warnings: string[];
            branch: components["schemas"]["BranchName"] | null;
            /** Format: date */
            collected_on: string | null;
            /** Format: date */
            needed_by: string | null;
            /**
             * @description * `near` - near its day and unclaimed
             *     * `passed` - unclaimed, and its day is over
             *     * `` - neither
             * @enum {string}
             */
            needed_state: "near" | "passed" | "";
            for_batch: string[];
            collector: string;
            /**
             * Format: uuid
             * @description The collector's account, where one is known.
             */
            collector_id: string | null;
            /** @description Switched off for its campaign: whoever collected it may assess it too. */
            four_eyes_off: boolean;
            /** Format: uuid */
            person_id: string;
            name: string;
            place: string;
            age: number | null;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            may_be_shown: boolean;
            /** @description Purposes that a step of a wish needs and nobody has consented to, withdrawn ones among them. */
            consents_missing: ("collect" | "show" | "disclose")[];
            /** @description Those that were given and withdrawn. */
            consents_withdrawn: ("collect" | "show" | "disclose")[];
            /** @description Its public words tell who it is: it is on no board. */
            kept_off: boolean;
            /** @description What its public words tell. */
            tells_texts: string[];
            waiting_days: number;
            too_long: boolean;
        };
        /** @description `open` counts the cards that are shown; `just_fulfilled` are the newest of `fulfilled`. */
        WallAnswer: {
            campaigns: components["schemas"]["WallCampaign"][];
            year: number | null;
            open: number;
            on_the_way: number;
            fulfilled: number;
            cards: components["schemas"]["WallCard"][];
            just_claimed: components["schemas"]["WallCard"][];
            just_fulfilled: components["schemas"]["WallCard"][];
            /** Format: date-time */
            at: string;
        };
        /** @description `prefix` is what the numbers of its wishes begin with. */
        WallCampaign: {
            /** Format: uuid */
            id: string;
            title: string;
            prefix: string;
        };
        WallCard: {
            /** Format: uuid */
            id: string;
            number: string;
            serial: number;
            item: string;
            public_text: string;
            requirements: string[];
        };
        /** @description One wish with all that staff need on its page. */
        WishAnswer: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            /** Format: date-time */
            state_since: string;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            item: string;
            quantity: number;
            budget_yuan: number | null;
            missing: string[];
            missing_texts: string[];
            warnings: string[];
            branch: components["schemas"]["BranchName"] | null;
            /** Format: date */
            collected_on: string | null;
            /** Format: date */
            needed_by: string | null;
            /**
             * @description * `near` - near its day and unclaimed
             *     * `passed` - unclaimed, and its day is over
             *     * `` - neither
             * @enum {string}
             */
            needed_state: "near" | "passed" | "";
            for_batch: string[];
            collector: string;
            /**
             * Format: uuid
             * @description The collector's account, where one is known.
             */
            collector_id: string | null;
            /** @description Switched off for its campaign: whoever collected it may assess it too. */
            four_eyes_off: boolean;
            /** Format: uuid */
            person_id: string;
            name: string;
            place: string;
            age: number | null;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            may_be_shown: boolean;
            /** @description Purposes that a step of a wish needs and nobody has consented to, withdrawn ones among them. */
            consents_missing: ("collect" | "show" | "disclose")[];
            /** @description Those that were given and withdrawn. */
            consents_withdrawn: ("collect" | "show" | "disclose")[];
            /** @description Its public words tell who it is: it is on no board. */
            kept_off: boolean;
            /** @description What its public words tell. */
            tells_texts: string[];
            version: string;
            /** Format: uuid */
            campaign_id: string;
            campaign_title: string;
            campaign_year: number;
            /** @description The campaign's policy: what costs more is warned of. */
            budget_limit_yuan: number;
            /** @description The campaign's policy: how many are drawn for a follow-up. */
            follow_up_percent: number;
            carried_from: components["schemas"]["CarriedWish"] | null;
            carried_to: components["schemas"]["CarriedWish"] | null;
            requirements: string[];
            public_text: string;
            story: string | null;
            branch_fixed: boolean;
            /** @description A hand moved it to its branch: balancings leave it there. */
            branch_by_hand: boolean;
            /** Format: date-time */
            opened_at: string | null;
            /**
             * Format: date
             * @description The day from which all may claim it; empty once it has come.
             */
            branch_only_until: string | null;
            person: components["schemas"]["PersonAnswer"];
            consents: components["schemas"]["ConsentAnswer"][];
            decisions: components["schemas"]["DecisionAnswer"][];
            history: components["schemas"]["HistoryAnswer"][];
            /** @description What an edit or an entry read otherwise than it was typed. */
            notes?: components["schemas"]["NoteAnswer"][];
        };
        WishCardAnswer: {
            /** Format: uuid */
            id: string;
            number: string;
            item: string;
            quantity: number;
            public_text: string;
            requirements: string[];
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            /** Format: uuid */
            branch_id: string | null;
            branch_name: string;
            building: string;
            /** Format: date-time */
            printed_at: string | null;
            address: string;
            qr_svg: string;
        };
        WishCardsAnswer: {
            cards: components["schemas"]["WishCardAnswer"][];
        };
        /** @description All that happened to a wish from its first claim on. */
        WishClaims: {
            claims: components["schemas"]["ClaimRow"][];
            deliveries: components["schemas"]["DeliveryAnswer"][];
            follow_ups: components["schemas"]["FollowUpAnswer"][];
        };
        WishOfClaim: {
            /** Format: uuid */
            id: string;
            number: string;
            item: string;
            quantity: number;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            requirements: string[];
            public_text: string;
            budget_yuan: number | null;
            /** Format: date */
            needed_by: string | null;
            /**
             * Format: uuid
             * @description For the office.
             */
            person_id?: string;
            name: string;
            place: string;
        };
        /** @description One wish in a list of staff's: the person masked. */
        WishRow: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * @description * `collected` - Collected
             *     * `verified` - Verified
             *     * `admitted` - Admitted
             *     * `open` - Open
             *     * `claimed` - Claimed
             *     * `delivered` - Delivered
             *     * `backstopped` - Backstopped
             *     * `fulfilled` - Fulfilled
             *     * `declined` - Declined
             *     * `referred` - Referred
             *     * `withdrawn` - Withdrawn
             *     * `carried_over` - Carried Over
             * @enum {string}
             */
            state: "collected" | "verified" | "admitted" | "open" | "claimed" | "delivered" | "backstopped" | "fulfilled" | "declined" | "referred" | "withdrawn" | "carried_over";
            /** Format: date-time */
            state_since: string;
            /**
             * @description * `appliance` - appliance
             *     * `food` - food
             *     * `school` - school
             *     * `clothing_bedding` - clothing_bedding
             *     * `health` - health
             *     * `service` - service
             *     * `other` - other
             * @enum {string}
             */
            kind: "appliance" | "food" | "school" | "clothing_bedding" | "health" | "service" | "other";
            item: string;
            quantity: number;
            budget_yuan: number | null;
            missing: string[];
            missing_texts: string[];
            warnings: string[];
            branch: components["schemas"]["BranchName"] | null;
            /** Format: date */
            collected_on: string | null;
            /** Format: date */
            needed_by: string | null;
            /**
             * @description * `near` - near its day and unclaimed
             *     * `passed` - unclaimed, and its day is over
             *     * `` - neither
             * @enum {string}
             */
            needed_state: "near" | "passed" | "";
            for_batch: string[];
            collector: string;
            /**
             * Format: uuid
             * @description The collector's account, where one is known.
             */
            collector_id: string | null;
            /** @description Switched off for its campaign: whoever collected it may assess it too. */
            four_eyes_off: boolean;
            /** Format: uuid */
            person_id: string;
            name: string;
            place: string;
            age: number | null;
            categories: ("disabled" | "veteran" | "senior" | "lonely_elderly" | "special_hardship" | "low_income" | "low_income_margin" | "severe_illness" | "poor_only_child" | "lost_only_child" | "single_parent" | "left_behind_child" | "child_in_difficulty" | "disaster")[];
            may_be_shown: boolean;
            /** @description Purposes that a step of a wish needs and nobody has consented to, withdrawn ones among them. */
            consents_missing: ("collect" | "show" | "disclose")[];
            /** @description Those that were given and withdrawn. */
            consents_withdrawn: ("collect" | "show" | "disclose")[];
            /** @description Its public words tell who it is: it is on no board. */
            kept_off: boolean;
            /** @description What its public words tell. */
            tells_texts: string[];
        };
        WishSection: {
            count: number;
            rows: components["schemas"]["WaitingWish"][];
        };
        WishSpoken: {
            /** Format: uuid */
            id: string;
            number: string;
            item: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        WithdrawalInputRequest: {
            /**
             * @description * `solved_elsewhere` - solved_elsewhere
             *     * `moved_away` - moved_away
             *     * `deceased` - deceased
             *     * `own_wish` - own_wish
             * @enum {string}
             */
            reason: "solved_elsewhere" | "moved_away" | "deceased" | "own_wish";
            remark?: string;
        };
        YearAnswer: {
            /** Format: uuid */
            id: string;
            year: number;
            title: string;
            /**
             * @description * `preparing` - Preparing
             *     * `running` - Running
             *     * `closed` - Closed
             * @enum {string}
             */
            state: "preparing" | "running" | "closed";
        };
        /** @description What went wrong (RFC 9457). `detail` is the sentence to show, `code` is for programs. */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors: {
                [key: string]: string[];
            };
            request_id: string;
        };
        /** @description Somebody else has changed it since: nothing was saved. `changed` names their fields, `current` is the answer of now, with its `version`. */
        Changed: components["schemas"]["Problem"] & {
            changed: string[];
            current: {
                [key: string]: unknown;
            } | null;
        };
    };
    responses: {
        /** @description What went wrong */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed meanwhile */
        Changed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Changed"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_accounts: {
        parameters: {
            query?: {
                role?: "administrator" | "branch_secretary" | "member" | "staff";
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRow"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_accounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedAccount"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_accounts_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_accounts_by_id: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedAccountInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRow"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_accounts_by_id_first_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_balancings: {
        parameters: {
            query?: {
                /** @description a campaign's id; needed where several are not closed */
                campaign?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_balancings: {
        parameters: {
            query?: {
                /** @description a campaign's id; needed where several are not closed */
                campaign?: string;
            };
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_balancings_by_balancing_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                balancing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_balancings_by_balancing_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                balancing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_balancings_by_balancing_id_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                balancing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_balancings_by_balancing_id_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                balancing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_balancings_by_balancing_id_moves: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                balancing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_balancings_by_balancing_id_moves_by_wish_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                balancing_id: string;
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_balancings_by_balancing_id_reinstatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                balancing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_board: {
        parameters: {
            query?: {
                /** @description `next` of the part before; the first part without it */
                after?: string;
                /** @description how many cards at most: 40 by default, 200 at most */
                page_size?: number;
                /** @description branch: the member's own branch; all by default */
                scope?: string;
                /** @description a campaign's id or year; all that run by default */
                campaign?: string;
                /** @description one or several kinds, by comma */
                kind?: string;
                /** @description also count each kind of the scope, whatever `kind` says */
                by_kind?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_board_by_wish_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneCardAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_board_by_wish_id_qr: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_branches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchAnswer"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_branches: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_branches_by_branch_id: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                branch_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedBranchInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_branches_by_branch_id_secretary: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                branch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretaryInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_branches_by_branch_id_secretary: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                branch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignInList"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_campaigns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns_by_campaign_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_campaigns_by_campaign_id: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedPolicyInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns_by_campaign_id_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_campaigns_by_campaign_id_closing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClosingInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    put_campaigns_by_campaign_id_four_eyes_off: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FourEyesOffInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_campaigns_by_campaign_id_four_eyes_off: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns_by_campaign_id_ladder: {
        parameters: {
            query?: {
                /** @description of the example; today by default */
                claimed_on?: string;
            };
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    put_campaigns_by_campaign_id_ladder: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LadderInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_campaigns_by_campaign_id_ladder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_campaigns_by_campaign_id_leftovers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeftoversInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_campaigns_by_campaign_id_preparing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_campaigns_by_campaign_id_reopening: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopeningInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns_by_campaign_id_sheet: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD: how things stood when this day ended; today by default */
                as_of?: string;
            };
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns_by_campaign_id_sheet_wishes: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description YYYY-MM-DD: how things stood when this day ended; today by default */
                as_of?: string;
                /** @description a number's key; all by default */
                of?: string;
            };
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSheetWishList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_campaigns_by_campaign_id_starting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns_by_campaign_id_statistics_form: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD: how things stood when this day ended; today by default */
                as_of?: string;
            };
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormPreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_campaigns_by_campaign_id_statistics_form: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FormExportInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_campaigns_code: {
        parameters: {
            query?: {
                /** @description this year's by default */
                year?: number | string;
                title?: string;
                yearly?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeProposed"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_cards_households: {
        parameters: {
            query?: {
                /** @description Some of them, by identifier, separated by commas */
                ids?: string;
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdCardsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_cards_households: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdCardsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_cards_wishes: {
        parameters: {
            query?: {
                /** @description Some of them, by identifier, separated by commas */
                ids?: string;
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishCardsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_cards_wishes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishCardsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_cards_wishes_printed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintedInputRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_category_words: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryWordAnswer"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_category_words: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryWordInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryWordAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_category_words_by_word_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                word_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_category_words_by_word_id: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                word_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedCategoryWordInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryWordAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_claims: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
                branch?: string;
                member?: string;
                /** @description waiting (default), overdue, soon, extensions, delivered, ended, all */
                stage?: string;
                /** @description A column. */
                ordering?: "-branch" | "-claimed" | "-claimer" | "-deadline" | "-number" | "branch" | "claimed" | "claimer" | "deadline" | "number";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedClaimRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_claims_by_claim_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_claims_by_claim_id_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryInputRequest"];
                "multipart/form-data": components["schemas"]["DeliveryInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_claims_by_claim_id_extension: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_claims_by_claim_id_hand_back: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_claims_by_claim_id_recall: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_claims_counts: {
        parameters: {
            query?: {
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
                branch?: string;
                member?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimCounts"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_community_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_community_profile: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedProfileInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_consents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentsOfManyInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentsOfManyAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_consents_by_consent_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_consents_undoing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentsUndoingInputRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_decisions: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedLadderRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_deliveries: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
                /** @description to_confirm (default), to_follow_up, followed_up, fulfilled */
                stage?: string;
                /** @description A column. */
                ordering?: "-branch" | "-number" | "-on" | "branch" | "number" | "on";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedDeliveryRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_deliveries_by_delivery_id_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_deliveries_by_delivery_id_picture_erasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureInputRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_extensions_by_extension_id_decision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                extension_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionDecisionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSummary"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_imports: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_imports_by_import_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_imports_by_import_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_imports_by_import_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedAnswersInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_imports_by_import_id_care: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_imports_by_import_id_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmationInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_imports_by_import_id_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_imports_by_import_id_reinstatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_imports_by_import_id_rows_by_serial: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                import_id: string;
                serial: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectedAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_imports_templates_by_kind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "members" | "wishes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_members: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description name, initials, telephone, its last four digits */
                q?: string;
                /** @description a branch's id, or none */
                branch?: string;
                /** @description 1: something is missing */
                attention?: string;
                /** @description active by default; left; all */
                state?: string;
                /** @description A column. */
                ordering?: "-branch" | "-name" | "-unit" | "branch" | "name" | "unit";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMemberRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_members: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_members_by_member_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_members_by_member_id: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMemberInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_members_by_member_id_first_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstCodeAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_members_by_member_id_leaving: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_members_by_member_id_leaving: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeavingInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_members_by_member_id_leaving: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    messages_of_a_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberMessages"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_members_by_member_id_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_members_by_member_id_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_members_by_member_id_unmasking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPhoneInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPhoneAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    members_reach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReachAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    messages_of_the_community: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                kind?: "decision" | "handover" | "notice" | "reminder" | "supervision" | "urging";
                state?: "accepted" | "delivered" | "due" | "expired" | "failed" | "sending" | "suppressed" | "unknown";
                /** @description the day it was written on */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSaidRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_my_claims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_my_claims_by_claim_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyClaimAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_my_claims_by_claim_id_changes_seen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_my_claims_by_claim_id_extension: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_my_claims_by_claim_id_extension: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_my_filters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilterAnswer"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_my_filters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedFilterInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilterAnswer"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_my_filters_by_filter_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                filter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_my_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_my_notices_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticesReadRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_openings: {
        parameters: {
            query?: {
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
            };
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OpeningsInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_openings_undoing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpeningsUndoingInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningsUndoingAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_people: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description name, initials, telephone, its last four digits, building */
                q?: string;
                category?: string;
                /** @description A column. */
                ordering?: "-age" | "-name" | "-place" | "-wishes" | "age" | "name" | "place" | "wishes";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPersonRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_people_by_person_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnePersonAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_people_by_person_id: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedPersonInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnePersonAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_people_by_person_id_consents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentsInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnePersonAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_people_by_person_id_unmasking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskingInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedPerson"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_session_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeInputRequest"];
            };
        };
        responses: {
            /** @description No response body */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    put_session_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordInputRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_site: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    stops_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopRow"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_today: {
        parameters: {
            query?: {
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    visit_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_visits: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitMade"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_visits_by_visit_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_wall: {
        parameters: {
            query?: {
                /** @description a campaign's id or year; all that run by default */
                campaign?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_wishes: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description a campaign's id or code, or a year for that year's own; all that are not closed by default */
                campaign?: string;
                /** @description one or several states, by comma */
                state?: string;
                /** @description a branch's id, or none */
                branch?: string;
                /** @description one or several kinds, by comma */
                kind?: string;
                /** @description one or several categories, by comma */
                category?: string;
                /** @description 1: something is missing */
                attention?: string;
                /** @description a warning's code */
                warning?: string;
                /** @description missing: no consent to show it; withdrawn: one that staff have to decide about */
                consent?: string;
                /** @description near: unclaimed, and the day by which it is needed is near or over */
                needed?: string;
                /** @description 1: its words tell who it is */
                kept_off?: string;
                /** @description number, item, name, initials, telephone, its last four digits, building */
                q?: string;
                /** @description A column. */
                ordering?: "-branch" | "-budget" | "-collected" | "-name" | "-number" | "-place" | "-state" | "-waiting" | "branch" | "budget" | "collected" | "name" | "number" | "place" | "state" | "waiting";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedWishRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_wishes_by_wish_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_wishes_by_wish_id: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedWishEditRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_assessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_wishes_by_wish_id_assessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_backstop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackstopInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_backstop_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackstopDeliveryInputRequest"];
                "multipart/form-data": components["schemas"]["BackstopDeliveryInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_backstop_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClaimInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_claim_undoing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_wishes_by_wish_id_claims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishClaims"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeliveryConfirmationInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_consents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentsInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_follow_up: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    put_wishes_by_wish_id_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_wishes_by_wish_id_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    messages_of_a_wish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaidRow"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_opening: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OpeningInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_wishes_by_wish_id_opening: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_rejection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_wishes_by_wish_id_similar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_undoing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoingInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_unmasking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskingInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_verification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_wishes_by_wish_id_verification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_withdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_by_wish_id_withdrawal_undoing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                wish_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_wishes_unmasking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskingOfManyInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedWishes"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_years_by_year_sheet: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD: how things stood when this day ended; today by default */
                as_of?: string;
            };
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_years_by_year_sheet_wishes: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description YYYY-MM-DD: how things stood when this day ended; today by default */
                as_of?: string;
                /** @description a number's key; all by default */
                of?: string;
            };
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSheetWishList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_years_by_year_statistics_form: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD: how things stood when this day ended; today by default */
                as_of?: string;
            };
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormPreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_years_by_year_statistics_form: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FormExportInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
}
