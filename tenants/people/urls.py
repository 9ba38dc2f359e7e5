from django.urls import path

from tenants.people.api_words import CategoryWords, OneCategoryWord

urlpatterns = [
    path("category-words", CategoryWords.as_view()),
    path("category-words/<uuid:word_id>", OneCategoryWord.as_view()),
]
