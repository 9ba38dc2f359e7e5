from django.urls import path

from tenants.members.api import MemberFirstCode, Members, MemberUnmasking, OneMember
from tenants.members.api_branches import Branches, BranchSecretary, OneBranch
from tenants.members.api_reach import MemberReach
from tenants.members.api_stops import MemberStop, Stops

urlpatterns = [
    path("branches", Branches.as_view()),
    path("branches/<uuid:branch_id>", OneBranch.as_view()),
    path("branches/<uuid:branch_id>/secretary", BranchSecretary.as_view()),
    path("members", Members.as_view()),
    path("members/reach", MemberReach.as_view()),
    path("members/<uuid:member_id>", OneMember.as_view()),
    path("members/<uuid:member_id>/first-code", MemberFirstCode.as_view()),
    path("members/<uuid:member_id>/stop", MemberStop.as_view()),
    path("stops", Stops.as_view()),
    path("members/<uuid:member_id>/unmasking", MemberUnmasking.as_view()),
]
