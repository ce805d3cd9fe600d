-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Board" (
    "id" TEXT NOT NULL,
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
    "pollsFrom" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SkipDate" (
    "boardId" TEXT NOT NULL,
    "dates" TEXT NOT NULL,

    CONSTRAINT "SkipDate_pkey" PRIMARY KEY ("boardId","dates")
);

-- CreateTable
CREATE TABLE "Hanging" (
    "id" TEXT NOT NULL,
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

    CONSTRAINT "Hanging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "overSixteen" BOOLEAN,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
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
    "joinedAt" TIMESTAMP(3) NOT NULL,
    "leftAt" TIMESTAMP(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("boardId","personId")
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "occurrence" TEXT,
    "question" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "ideasCloseAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "closedBefore" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "mode" TEXT NOT NULL,
    "picks" INTEGER NOT NULL,
    "winners" INTEGER NOT NULL,
    "ballotMost" INTEGER NOT NULL,
    "secret" BYTEA,
    "remindedAt" TIMESTAMP(3),
    "voters" INTEGER,
    "members" INTEGER,
    "shows" TEXT,
    "tied" BOOLEAN,
    "skippedFor" TEXT,

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Idea" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Idea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Option" (
    "id" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "ideaId" TEXT,
    "text" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fresh" BOOLEAN NOT NULL,
    "off" BOOLEAN NOT NULL,
    "count" INTEGER,
    "place" INTEGER,
    "won" BOOLEAN NOT NULL,

    CONSTRAINT "Option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" INTEGER NOT NULL,
    "pollId" TEXT NOT NULL,
    "voterKey" TEXT NOT NULL,
    "picks" TEXT NOT NULL,
    "personId" TEXT,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pledge" (
    "ideaId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "giveName" TEXT,

    CONSTRAINT "Pledge_pkey" PRIMARY KEY ("ideaId","personId","kind")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "ideaId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "owner" TEXT,
    "plan" TEXT,
    "byDate" TEXT,
    "reason" TEXT,
    "owedSince" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "nextAskAt" TIMESTAMP(3),
    "asked" INTEGER NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ideaId" TEXT,
    "draftId" TEXT,
    "pollId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" TEXT NOT NULL,
    "boardId" TEXT NOT NULL,
    "personId" TEXT,
    "what" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "why" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Press" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Press_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL,
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
    "notBefore" TIMESTAMP(3) NOT NULL,
    "giveUpAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "claimedUntil" TIMESTAMP(3),
    "mayHaveArrived" BOOLEAN NOT NULL,
    "trouble" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "boardId" TEXT,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "draws" TEXT NOT NULL,
    "replies" TEXT,
    "postedAt" TIMESTAMP(3) NOT NULL,
    "drawnAt" TIMESTAMP(3) NOT NULL,
    "gone" BOOLEAN NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("name")
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

-- AddForeignKey
ALTER TABLE "SkipDate" ADD CONSTRAINT "SkipDate_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hanging" ADD CONSTRAINT "Hanging_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_hangingId_fkey" FOREIGN KEY ("hangingId") REFERENCES "Hanging"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Option" ADD CONSTRAINT "Option_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Option" ADD CONSTRAINT "Option_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;
