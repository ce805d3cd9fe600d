-- CreateTable
CREATE TABLE "Board" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "openHours" INTEGER NOT NULL,
    "quietFrom" INTEGER NOT NULL,
    "quietTo" INTEGER NOT NULL,
    "nation" TEXT NOT NULL,
    "winners" INTEGER NOT NULL,
    "ballotMode" TEXT NOT NULL,
    "ideaNaming" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "lastPoll" INTEGER NOT NULL,
    "pollsFrom" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SkipDate" (
    "boardId" TEXT NOT NULL,
    "dates" TEXT NOT NULL,

    PRIMARY KEY ("boardId", "dates"),
    CONSTRAINT "SkipDate_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Hanging" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "boardId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "boardChannel" TEXT NOT NULL,
    "staffChannel" TEXT NOT NULL,
    "staffRoles" TEXT NOT NULL,
    "staffPeople" TEXT NOT NULL,
    "staffByChannel" BOOLEAN NOT NULL,
    "leadPeople" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    CONSTRAINT "Hanging_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "overSixteen" BOOLEAN,
    CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Member" (
    "boardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "hangingId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "calledName" TEXT NOT NULL,
    "reminders" BOOLEAN NOT NULL,
    "joinedAt" DATETIME NOT NULL,
    "leftAt" DATETIME,

    PRIMARY KEY ("boardId", "personId"),
    CONSTRAINT "Member_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Member_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Member_hangingId_fkey" FOREIGN KEY ("hangingId") REFERENCES "Hanging" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "boardId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "occurrence" TEXT,
    "question" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "ideasCloseAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "closedBefore" DATETIME,
    "closedAt" DATETIME,
    "mode" TEXT NOT NULL,
    "picks" INTEGER NOT NULL,
    "winners" INTEGER NOT NULL,
    "ballotMost" INTEGER NOT NULL,
    "secret" BLOB,
    "remindedAt" DATETIME,
    "voters" INTEGER,
    "members" INTEGER,
    "shows" TEXT,
    "tied" BOOLEAN,
    "skippedFor" TEXT,
    CONSTRAINT "Poll_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Idea" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "boardId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "fromStaff" BOOLEAN NOT NULL,
    "named" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "hiddenWhy" TEXT,
    "timesAsked" INTEGER NOT NULL,
    "platform" TEXT,
    "channel" TEXT,
    "message" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Idea_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Idea_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Option" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pollId" TEXT NOT NULL,
    "ideaId" TEXT,
    "text" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fresh" BOOLEAN NOT NULL,
    "off" BOOLEAN NOT NULL,
    "count" INTEGER,
    "place" INTEGER,
    "won" BOOLEAN NOT NULL,
    CONSTRAINT "Option_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Option_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "pollId" TEXT NOT NULL,
    "voterKey" TEXT NOT NULL,
    "picks" TEXT NOT NULL,
    "personId" TEXT,
    CONSTRAINT "Ballot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Pledge" (
    "ideaId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "giveName" TEXT,

    PRIMARY KEY ("ideaId", "personId", "kind"),
    CONSTRAINT "Pledge_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Pledge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "boardId" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "ideaId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "owner" TEXT,
    "plan" TEXT,
    "byDate" TEXT,
    "reason" TEXT,
    "owedSince" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "nextAskAt" DATETIME,
    "asked" INTEGER NOT NULL,
    CONSTRAINT "Outcome_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Outcome_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Outcome_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "boardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Draft_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Draft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "boardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ideaId" TEXT,
    "draftId" TEXT,
    "pollId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Receipt_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Receipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "boardId" TEXT NOT NULL,
    "personId" TEXT,
    "what" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "why" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Audit_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Press" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "boardId" TEXT,
    "kind" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT,
    "account" TEXT,
    "replyTo" TEXT,
    "postKey" TEXT,
    "draws" TEXT NOT NULL,
    "replies" TEXT,
    "urgent" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "giveUpAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "claimedUntil" DATETIME,
    "mayHaveArrived" BOOLEAN NOT NULL,
    "trouble" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "Letter_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "boardId" TEXT,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "draws" TEXT NOT NULL,
    "replies" TEXT,
    "postedAt" DATETIME NOT NULL,
    "drawnAt" DATETIME NOT NULL,
    "gone" BOOLEAN NOT NULL,
    CONSTRAINT "Post_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Hanging_boardId_idx" ON "Hanging"("boardId");

-- CreateIndex
CREATE INDEX "Hanging_platform_staffChannel_idx" ON "Hanging"("platform", "staffChannel");

-- CreateIndex
CREATE UNIQUE INDEX "Hanging_platform_boardChannel_key" ON "Hanging"("platform", "boardChannel");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_platform_workspace_account_key" ON "Identity"("platform", "workspace", "account");

-- CreateIndex
CREATE INDEX "Member_personId_idx" ON "Member"("personId");

-- CreateIndex
CREATE INDEX "Poll_state_closesAt_idx" ON "Poll"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Poll_boardId_occurrence_key" ON "Poll"("boardId", "occurrence");

-- CreateIndex
CREATE UNIQUE INDEX "Poll_boardId_number_key" ON "Poll"("boardId", "number");

-- CreateIndex
CREATE INDEX "Idea_boardId_state_idx" ON "Idea"("boardId", "state");

-- CreateIndex
CREATE INDEX "Idea_platform_channel_message_idx" ON "Idea"("platform", "channel", "message");

-- CreateIndex
CREATE INDEX "Option_ideaId_idx" ON "Option"("ideaId");

-- CreateIndex
CREATE UNIQUE INDEX "Option_pollId_number_key" ON "Option"("pollId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Option_pollId_ideaId_key" ON "Option"("pollId", "ideaId");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_pollId_voterKey_key" ON "Ballot"("pollId", "voterKey");

-- CreateIndex
CREATE INDEX "Outcome_nextAskAt_idx" ON "Outcome"("nextAskAt");

-- CreateIndex
CREATE INDEX "Outcome_boardId_state_idx" ON "Outcome"("boardId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_pollId_ideaId_key" ON "Outcome"("pollId", "ideaId");

-- CreateIndex
CREATE INDEX "Draft_expiresAt_idx" ON "Draft"("expiresAt");

-- CreateIndex
CREATE INDEX "Receipt_createdAt_idx" ON "Receipt"("createdAt");

-- CreateIndex
CREATE INDEX "Audit_boardId_at_idx" ON "Audit"("boardId", "at");

-- CreateIndex
CREATE INDEX "Press_at_idx" ON "Press"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_key_key" ON "Letter"("key");

-- CreateIndex
CREATE INDEX "Letter_state_notBefore_idx" ON "Letter"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Letter_boardId_idx" ON "Letter"("boardId");

-- CreateIndex
CREATE INDEX "Post_key_idx" ON "Post"("key");

-- CreateIndex
CREATE INDEX "Post_boardId_idx" ON "Post"("boardId");

-- CreateIndex
CREATE UNIQUE INDEX "Post_platform_channel_message_key" ON "Post"("platform", "channel", "message");
