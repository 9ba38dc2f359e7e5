export interface paths {
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The years that can be entered now. */
        get: operations["get_calendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_calendars_by_year"];
        /** @description Enters or corrects the arrangement; every community then works its coming deadlines out again. */
        put: operations["put_calendars_by_year"];
        post?: never;
        /** @description Follows the library again. */
        delete: operations["delete_calendars_by_year"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_communities"];
        put?: never;
        /** @description Makes a community and its first administrator, whole or not at all. */
        post: operations["post_communities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_communities_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Suspends (with a reason), resumes, archives (with a reason) or restores a community. */
        patch: operations["patch_communities_by_id"];
        trace?: never;
    };
    "/api/communities/{id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_communities_by_id_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{id}/administrators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description An administrator for a community that lost its own: somebody new, or one who is disabled or forgot the
         *     password. The first password is shown this once.
         */
        post: operations["post_communities_by_id_administrators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_communities_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_district"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All rows that the filters leave, as a workbook, with the definitions and what was asked for. */
        get: operations["get_district_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The officer's regions, the largest first. */
        get: operations["get_district_regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The honest sheet of a region: what is behind each rate. */
        get: operations["get_district_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_district_trend"];
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
        /** @description The ledger, the newest first; `state=unknown` lists what nobody can say whether it was sent. */
        get: operations["get_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest first. 404 where a provider sends: there is no outbox then. */
        get: operations["get_outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Plays the answer of whoever got this message, as a provider would pass it on. 404 where a provider sends. */
        post: operations["post_outbox_by_id_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{id}/unmasking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The whole number and text of an entry; the look is written into the access log with its reason. */
        post: operations["post_outbox_by_id_unmasking"];
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
        /** @description Numbers that get no messages, the newest first; those that were lifted within the last 30 days too. */
        get: operations["stop_list"];
        put?: never;
        /** @description Keeps every community's messages from a number, one-time codes aside. */
        post: operations["post_stops"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stops/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description The number gets messages again. */
        delete: operations["delete_stops_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{provider}/{name}": {
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
        /** @description Gives a template another text, or notes down what became of it at the provider. */
        patch: operations["template_change"];
        trace?: never;
    };
    "/api/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What a text would look like and cost, and what would be refused; nothing is kept. */
        post: operations["template_preview"];
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
        /** @description Figures of a community and its administrators. `messages`: handed over this month. Nothing of any resident. */
        ActivityAnswer: {
            /** Format: uuid */
            id: string;
            administrators: components["schemas"]["AdministratorSeen"][];
            /** Format: date-time */
            last_login_at: string | null;
            wishes: number;
            members: number;
            messages: number;
        };
        /** @description `first_password` is shown this once; null when the person has a password there already. */
        AdministratorAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            first_password: string | null;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        AdministratorInputRequest: {
            phone: string;
            name: string;
        };
        AdministratorSeen: {
            name: string;
            /** Format: date-time */
            last_login_at: string | null;
        };
        ArrangementEntry: {
            /** Format: date-time */
            at: string;
            by: string;
            notice: string;
            withdrawn: boolean;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ArrangementInputRequest: {
            holidays: components["schemas"]["HolidayInputRequest"][];
            make_up_days: string[];
            notice?: string;
        };
        /**
         * @description A year as all communities count it. `differs` are the days on which the library says something else than the
         *     operator did; empty where the library is followed.
         */
        CalendarYear: {
            version: string;
            year: number;
            /**
             * @description * `library` - library
             *     * `operator` - operator
             * @enum {string}
             */
            origin: "library" | "operator";
            provisional: boolean;
            holidays: components["schemas"]["HolidayAnswer"][];
            make_up_days: string[];
            notice: string;
            library_has_it: boolean;
            differs: string[];
            entries: components["schemas"]["ArrangementEntry"][];
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
        /** @description `in_pool` is empty where `hidden` says why: few (1 to 4, shown as <5), withheld (it would tell such a cell). */
        CategoryCell: {
            category: string;
            in_pool: number | null;
            fulfilled: number | null;
            /**
             * @description * `few` - few
             *     * `withheld` - withheld
             * @enum {string}
             */
            hidden: "few" | "withheld" | "";
        };
        /** @description The next level down: a region, or a community with its state. */
        ChildAnswer: {
            code: string;
            name: string;
            above: string;
            is_community: boolean;
            communities: number;
            /**
             * @description * `active` - Active
             *     * `suspended` - Suspended
             *     * `archived` - Archived
             * @enum {string}
             */
            community_state: "active" | "suspended" | "archived" | "";
            campaign_state: string;
            /** Format: date-time */
            active_at: string | null;
            counts: components["schemas"]["Counts"];
            gained: components["schemas"]["Gained"] | null;
            stuck: number;
            longest: number;
            worst: components["schemas"]["Stuck"] | null;
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
        /** @description A community as the operator sees it; nothing of what is in it. */
        CommunityAnswer: {
            version: string;
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            region_code: string;
            region: string[];
            /**
             * @description * `active` - Active
             *     * `suspended` - Suspended
             *     * `archived` - Archived
             * @enum {string}
             */
            state: "active" | "suspended" | "archived";
            /** Format: date-time */
            state_since: string;
            hosts: string[];
            /** Format: date-time */
            created_at: string;
            contact: components["schemas"]["CommunityContact"];
        };
        /** @description How people reach the community's office; empty texts where it has not said. `dial` is the telephone in E.164. */
        CommunityContact: {
            telephone: string;
            dial: string;
            address: string;
            hours: string;
        };
        /** @description `region_names` names province, city, county and town; what is left out stays as it is known. */
        CommunityInputRequest: {
            slug: string;
            name: string;
            region_code: string;
            region_names?: string[];
            administrator: components["schemas"]["AdministratorInputRequest"];
        };
        CommunityName: {
            slug: string;
            name: string;
        };
        /** @description Whole numbers of wishes (and members); a rate is printed with numerator and denominator. */
        Counts: {
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
            followed_up: number;
            satisfied: number;
            members: number;
            overdue: number;
            late_open: number;
            late_collected: number;
            late_verified: number;
            late_delivered: number;
            late_admitted: number;
            late_backstopped: number;
            late_follow_up: number;
            late_request: number;
        };
        /** @description The page. `children` are one page of `count` rows that the filters leave. `contact` is a single community's. */
        DistrictAnswer: {
            code: string;
            name: string;
            path: components["schemas"]["RegionName"][];
            year: number;
            /** Format: date */
            until: string;
            /** Format: date */
            since: string | null;
            communities: number;
            /** Format: date-time */
            counted_at: string | null;
            /** Format: date-time */
            counted_newest_at: string | null;
            counts: components["schemas"]["Counts"];
            contact: components["schemas"]["CommunityContact"] | null;
            mine: components["schemas"]["RegionName"][];
            years: number[];
            closed_communities: number;
            gained: components["schemas"]["Gained"] | null;
            overdue_a_week_ago: number;
            stuck: components["schemas"]["Stuck"][];
            children: components["schemas"]["ChildAnswer"][];
            count: number;
            page: number;
            pages: number;
            categories: components["schemas"]["CategoryCell"][];
            categories_shown: boolean;
        };
        /** @description `verb`: create, suspend, resume, archive, restore, restore_backup; `by` is empty for what a command did. */
        EventAnswer: {
            verb: string;
            reason: string;
            /** Format: date-time */
            at: string;
            by: string;
        };
        /** @description By how much a figure is higher than before the period began; negative where it fell. */
        Gained: {
            in_pool: number;
            claimed: number;
            fulfilled: number;
            overdue: number;
        };
        HolidayAnswer: {
            name: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        HolidayInputRequest: {
            name: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
        };
        /** @description What a text comes to with everyday values and with long ones; none where its braces cannot be read. */
        Judged: {
            faults: string[];
            example: components["schemas"]["PreviewAnswer"] | null;
            longest: components["schemas"]["PreviewAnswer"] | null;
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
        MessageLimits: {
            day: number;
            day_most: number;
            year: number;
            year_most: number;
        };
        /** @description A message of the ledger and what became of it; `why` is a code of ours or the provider's. */
        MessageRow: {
            /** Format: uuid */
            id: string;
            community: components["schemas"]["CommunityName"] | null;
            template: string;
            phone: string;
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
            attempt: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            settled_at: string | null;
        };
        /** @description A community as the operator sees it; nothing of what is in it. */
        NewCommunityAnswer: {
            version: string;
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            region_code: string;
            region: string[];
            /**
             * @description * `active` - Active
             *     * `suspended` - Suspended
             *     * `archived` - Archived
             * @enum {string}
             */
            state: "active" | "suspended" | "archived";
            /** Format: date-time */
            state_since: string;
            hosts: string[];
            /** Format: date-time */
            created_at: string;
            contact: components["schemas"]["CommunityContact"];
            administrator: components["schemas"]["AdministratorAnswer"];
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        NumberInputRequest: {
            phone: string;
            reason: string;
        };
        /** @description Figures of a community and its administrators. `messages`: handed over this month. Nothing of any resident. */
        OneActivityAnswer: {
            /** Format: uuid */
            id: string;
            administrators: components["schemas"]["AdministratorSeen"][];
            /** Format: date-time */
            last_login_at: string | null;
            wishes: number;
            members: number;
            messages: number;
            limits: components["schemas"]["MessageLimits"];
            history: components["schemas"]["EventAnswer"][];
        };
        /**
         * @description A message that the local gateway kept instead of sending it; the telephone is masked.
         *
         *     In production a one-time code is masked as well: it opens somebody's seat, and whoever reads it says why first.
         */
        OutboxRow: {
            /** Format: uuid */
            id: string;
            community: components["schemas"]["CommunityName"] | null;
            template: string;
            phone: string;
            text: string;
            /** Format: date-time */
            at: string;
        };
        PaginatedCommunityAnswerList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["CommunityAnswer"][];
        };
        PaginatedMessageRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["MessageRow"][];
        };
        PaginatedOutboxRowList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["OutboxRow"][];
        };
        PaginatedStopOfNumberList: {
            count: number;
            page: number;
            pages: number;
            results: components["schemas"]["StopOfNumber"][];
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
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        PatchedStateInputRequest: {
            /**
             * @description * `active` - Active
             *     * `suspended` - Suspended
             *     * `archived` - Archived
             * @enum {string}
             */
            state?: "active" | "suspended" | "archived";
            reason?: string;
        };
        /** @description Another text, or another state with the provider's name for it or its reason; not both at once. */
        PatchedWordingInputRequest: {
            text?: string;
            /**
             * @description * `draft` - Draft
             *     * `submitted` - Submitted
             *     * `approved` - Approved
             *     * `rejected` - Rejected
             *     * `suspended` - Suspended
             * @enum {string}
             */
            state?: "draft" | "submitted" | "approved" | "rejected" | "suspended";
            code?: string;
            remark?: string;
        };
        /** @description A filled text as a telephone shows it; `parts` are what is paid for. */
        PreviewAnswer: {
            text: string;
            signs: number;
            parts: number;
        };
        /** @description The newest login code that was printed for somebody: when, by whom, and when it was used. */
        PrintedCode: {
            /** Format: date-time */
            printed_at: string;
            printed_by: string;
            /** Format: date-time */
            used_at: string | null;
        };
        /** @description One of the officer's regions. `above`: the names of the regions that it lies in. */
        RegionMine: {
            code: string;
            name: string;
            above: string[];
            communities: number;
        };
        /** @description `open`: whether the officer may open it. */
        RegionName: {
            code: string;
            name: string;
            open: boolean;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        ReplyInputRequest: {
            text: string;
        };
        /**
         * @description Which region, year and day an answer speaks of. `until` is today unless an earlier day was asked for. Communities are
         *     counted one by one: `counted_at` is the oldest count among them, `counted_newest_at` the newest.
         */
        SheetAnswer: {
            code: string;
            name: string;
            path: components["schemas"]["RegionName"][];
            year: number;
            /** Format: date */
            until: string;
            /** Format: date */
            since: string | null;
            communities: number;
            /** Format: date-time */
            counted_at: string | null;
            /** Format: date-time */
            counted_newest_at: string | null;
            counts: components["schemas"]["Counts"];
            rates: components["schemas"]["SheetRate"][];
            children: components["schemas"]["SheetChild"][];
        };
        /** @description What a part of the region adds to each number. */
        SheetChild: {
            code: string;
            name: string;
            counts: components["schemas"]["Counts"];
        };
        SheetNumber: {
            key: string;
            what: string;
            count: number;
        };
        /** @description Numerator and denominator; `parts` of the numerator, `rest` of the denominator, what is `excluded` from it. */
        SheetRate: {
            key: string;
            name: string;
            definition: string;
            numerator: components["schemas"]["SheetNumber"];
            denominator: components["schemas"]["SheetNumber"];
            parts: components["schemas"]["SheetNumber"][];
            rest: components["schemas"]["SheetNumber"][];
            excluded: components["schemas"]["SheetNumber"][];
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
        /** @description A number on the stop list, masked. Without a community it holds everywhere. What staff noted is theirs to read. */
        StopOfNumber: {
            /** Format: uuid */
            id: string;
            phone: string;
            community: components["schemas"]["CommunityName"] | null;
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
            /** Format: date-time */
            lifted_at: string | null;
        };
        /** @description A stage in which wishes wait too long; `longest` in working days beyond what the policy allows. */
        Stuck: {
            /**
             * @description * `overdue` - overdue
             *     * `late_open` - late_open
             *     * `late_collected` - late_collected
             *     * `late_verified` - late_verified
             *     * `late_admitted` - late_admitted
             *     * `late_delivered` - late_delivered
             *     * `late_backstopped` - late_backstopped
             *     * `late_follow_up` - late_follow_up
             *     * `late_request` - late_request
             * @enum {string}
             */
            stage: "overdue" | "late_open" | "late_collected" | "late_verified" | "late_admitted" | "late_delivered" | "late_backstopped" | "late_follow_up" | "late_request";
            count: number;
            longest: number;
        };
        /**
         * @description A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.
         *
         *     This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
         *     of them is that field's error, which does not repeat the number. Passwords pass as they are.
         */
        TextInputRequest: {
            template: string;
            text: string;
        };
        TrendDay: {
            /** Format: date */
            day: string;
            in_pool: number;
            claimed: number;
            fulfilled: number;
            overdue: number;
        };
        Understood: {
            stopped: boolean;
        };
        UnmaskedPhone: {
            phone: string;
            text: string;
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
        /** @description A template at one provider. `next` are the states it can be noted down as now. */
        WordingRow: {
            faults: string[];
            example: components["schemas"]["PreviewAnswer"] | null;
            longest: components["schemas"]["PreviewAnswer"] | null;
            version: string;
            name: string;
            kind: string;
            text: string;
            variables: string[];
            /**
             * @description * `draft` - Draft
             *     * `submitted` - Submitted
             *     * `approved` - Approved
             *     * `rejected` - Rejected
             *     * `suspended` - Suspended
             * @enum {string}
             */
            state: "draft" | "submitted" | "approved" | "rejected" | "suspended";
            next: ("draft" | "submitted" | "approved" | "rejected" | "suspended")[];
            editable: boolean;
            code: string;
            remark: string;
            /** Format: date-time */
            changed_at: string | null;
            waiting: number;
        };
        /** @description The first provider is the one that sends; messages wait for a text that it has not approved. */
        WordingsAnswer: {
            provider: string;
            providers: string[];
            sends: string;
            results: components["schemas"]["WordingRow"][];
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
    get_calendars: {
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
                    "application/json": components["schemas"]["CalendarYear"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_calendars_by_year: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    put_calendars_by_year: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangementInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_calendars_by_year: {
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
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_communities: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description Part of a name or address, or the beginning of a region code. */
                q?: string;
                state?: "active" | "archived" | "suspended";
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
                    "application/json": components["schemas"]["PaginatedCommunityAnswerList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_communities: {
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
                "application/json": components["schemas"]["CommunityInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCommunityAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_communities_by_id: {
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
                    "application/json": components["schemas"]["CommunityAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    patch_communities_by_id: {
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
                "application/json": components["schemas"]["PatchedStateInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunityAnswer"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_communities_by_id_activity: {
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
                    "application/json": components["schemas"]["OneActivityAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_communities_by_id_administrators: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdministratorInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministratorAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_communities_activity: {
        parameters: {
            query?: {
                /** @description communities' ids, by comma */
                ids?: string;
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
                    "application/json": components["schemas"]["ActivityAnswer"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_district: {
        parameters: {
            query?: {
                /** @description a prefix of the region code; the officer's own by default */
                region?: string;
                /** @description by default the one that most run */
                year?: number;
                /** @description the figures as they stood at the end of that day */
                until?: string;
                /** @description the first day of the period */
                since?: string;
                /**
                 * @description communities: all below; by default the next level down
                 *
                 *     * `communities` - communities
                 */
                level?: "communities";
                /**
                 * @description state of the campaign; none: not begun in the year
                 *
                 *     * `preparing` - preparing
                 *     * `running` - running
                 *     * `closed` - closed
                 *     * `none` - none
                 */
                state?: "preparing" | "running" | "closed" | "none";
                /**
                 * @description only what is stuck in this stage
                 *
                 *     * `overdue` - overdue
                 *     * `late_open` - late_open
                 *     * `late_collected` - late_collected
                 *     * `late_verified` - late_verified
                 *     * `late_admitted` - late_admitted
                 *     * `late_delivered` - late_delivered
                 *     * `late_backstopped` - late_backstopped
                 *     * `late_follow_up` - late_follow_up
                 *     * `late_request` - late_request
                 */
                stage?: "overdue" | "late_open" | "late_collected" | "late_verified" | "late_admitted" | "late_delivered" | "late_backstopped" | "late_follow_up" | "late_request";
                /** @description part of the name */
                q?: string;
                /**
                 * @description with a minus the largest first
                 *
                 *     * `stuck` - stuck
                 *     * `-stuck` - -stuck
                 *     * `longest` - longest
                 *     * `-longest` - -longest
                 *     * `overdue` - overdue
                 *     * `-overdue` - -overdue
                 *     * `in_pool` - in_pool
                 *     * `-in_pool` - -in_pool
                 *     * `claim` - claim
                 *     * `-claim` - -claim
                 *     * `completion` - completion
                 *     * `-completion` - -completion
                 *     * `on_time` - on_time
                 *     * `-on_time` - -on_time
                 *     * `satisfaction` - satisfaction
                 *     * `-satisfaction` - -satisfaction
                 *     * `name` - name
                 *     * `-name` - -name
                 *     * `code` - code
                 *     * `-code` - -code
                 */
                sort?: "stuck" | "-stuck" | "longest" | "-longest" | "overdue" | "-overdue" | "in_pool" | "-in_pool" | "claim" | "-claim" | "completion" | "-completion" | "on_time" | "-on_time" | "satisfaction" | "-satisfaction" | "name" | "-name" | "code" | "-code";
                page?: number;
                page_size?: number;
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
                    "application/json": components["schemas"]["DistrictAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_district_export: {
        parameters: {
            query?: {
                /** @description a prefix of the region code; the officer's own by default */
                region?: string;
                /** @description by default the one that most run */
                year?: number;
                /** @description the figures as they stood at the end of that day */
                until?: string;
                /** @description the first day of the period */
                since?: string;
                /**
                 * @description communities: all below; by default the next level down
                 *
                 *     * `communities` - communities
                 */
                level?: "communities";
                /**
                 * @description state of the campaign; none: not begun in the year
                 *
                 *     * `preparing` - preparing
                 *     * `running` - running
                 *     * `closed` - closed
                 *     * `none` - none
                 */
                state?: "preparing" | "running" | "closed" | "none";
                /**
                 * @description only what is stuck in this stage
                 *
                 *     * `overdue` - overdue
                 *     * `late_open` - late_open
                 *     * `late_collected` - late_collected
                 *     * `late_verified` - late_verified
                 *     * `late_admitted` - late_admitted
                 *     * `late_delivered` - late_delivered
                 *     * `late_backstopped` - late_backstopped
                 *     * `late_follow_up` - late_follow_up
                 *     * `late_request` - late_request
                 */
                stage?: "overdue" | "late_open" | "late_collected" | "late_verified" | "late_admitted" | "late_delivered" | "late_backstopped" | "late_follow_up" | "late_request";
                /** @description part of the name */
                q?: string;
                /**
                 * @description with a minus the largest first
                 *
                 *     * `stuck` - stuck
                 *     * `-stuck` - -stuck
                 *     * `longest` - longest
                 *     * `-longest` - -longest
                 *     * `overdue` - overdue
                 *     * `-overdue` - -overdue
                 *     * `in_pool` - in_pool
                 *     * `-in_pool` - -in_pool
                 *     * `claim` - claim
                 *     * `-claim` - -claim
                 *     * `completion` - completion
                 *     * `-completion` - -completion
                 *     * `on_time` - on_time
                 *     * `-on_time` - -on_time
                 *     * `satisfaction` - satisfaction
                 *     * `-satisfaction` - -satisfaction
                 *     * `name` - name
                 *     * `-name` - -name
                 *     * `code` - code
                 *     * `-code` - -code
                 */
                sort?: "stuck" | "-stuck" | "longest" | "-longest" | "overdue" | "-overdue" | "in_pool" | "-in_pool" | "claim" | "-claim" | "completion" | "-completion" | "on_time" | "-on_time" | "satisfaction" | "-satisfaction" | "name" | "-name" | "code" | "-code";
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_district_regions: {
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
                    "application/json": components["schemas"]["RegionMine"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_district_sheet: {
        parameters: {
            query?: {
                /** @description a prefix of the region code; the officer's own by default */
                region?: string;
                /** @description by default the one that most run */
                year?: number;
                /** @description the figures as they stood at the end of that day */
                until?: string;
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
                    "application/json": components["schemas"]["SheetAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_district_trend: {
        parameters: {
            query?: {
                /** @description a prefix of the region code; the officer's own by default */
                region?: string;
                /** @description by default the one that most run */
                year?: number;
                /** @description the figures as they stood at the end of that day */
                until?: string;
                /** @description the first day of the period */
                since?: string;
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
                    "application/json": components["schemas"]["TrendDay"][];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_messages: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                state?: "accepted" | "delivered" | "due" | "expired" | "failed" | "sending" | "suppressed" | "unknown";
                /** @description Its slug. */
                community?: string;
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
                    "application/json": components["schemas"]["PaginatedMessageRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_outbox: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A whole telephone number, or words of the text. */
                q?: string;
                /** @description Its slug. */
                community?: string;
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
                    "application/json": components["schemas"]["PaginatedOutboxRowList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_outbox_by_id_reply: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Understood"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_outbox_by_id_unmasking: {
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
                    "application/json": components["schemas"]["UnmaskedPhone"];
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
    stop_list: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A whole telephone number. */
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
                    "application/json": components["schemas"]["PaginatedStopOfNumberList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    post_stops: {
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
                "application/json": components["schemas"]["NumberInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopOfNumber"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_stops_by_id: {
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
                    "application/json": components["schemas"]["StopOfNumber"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    templates: {
        parameters: {
            query?: {
                /** @description The one that sends by default. */
                provider?: string;
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
                    "application/json": components["schemas"]["WordingsAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    template_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `version` that the change was made from; 428 without it, 412 where it is another by now. */
                "If-Match": string;
                /** @description Chosen by the client for one intent; a repetition gets the first answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                provider: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedWordingInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingRow"];
                };
            };
            412: components["responses"]["Changed"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    template_preview: {
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
                "application/json": components["schemas"]["TextInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Judged"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
}
